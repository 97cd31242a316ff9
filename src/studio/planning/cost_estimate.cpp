// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/planning/cost_estimate.h"

namespace recital {

namespace {

/// docs/measurements.md says how these were measured.
struct FormatCost {
    double bytes_per_bit = 0;    ///< of the nominal bit rate; 0 if bytes follow from the samples
    double bytes_per_sample = 0; //
    double cpu_per_second = 0;   ///< of speech: synthesis, mastering and encoding
};

FormatCost cost_of(Format format) {
    switch (format) {
    case Format::m4b:
        return {0.125, 0, 0.0095};
    case Format::mp3:
        return {0.125, 0, 0.0100};
    case Format::opus:
        return {0.125, 0, 0.0120};
    case Format::flac:
        return {0, 1.03, 0.0065};
    case Format::wav:
        return {0, 2, 0.0062};
    }
    return {};
}

} // namespace

std::uint64_t estimate_bytes(const FormatSettings& format, double seconds, bool has_cover) {
    constexpr std::uint64_t cover_bytes = 140'000;
    const FormatCost cost = cost_of(format.format);
    const double audio =
        seconds * (cost.bytes_per_bit * format.bitrate + cost.bytes_per_sample * format.sample_rate);
    return static_cast<std::uint64_t>(audio) + (has_cover ? cover_bytes : 0);
}

double estimate_cpu_seconds(const FormatSettings& format, double seconds) {
    return seconds * cost_of(format.format).cpu_per_second;
}

} // namespace recital
