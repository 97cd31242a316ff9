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
        return {0.125, 0, 0.0072};
    case Format::mp3:
        return {0.125, 0, 0.0090};
    case Format::opus:
        return {0.125, 0, 0.0120};
    case Format::flac:
        return {0, 0.9, 0.0060};
    case Format::wav:
        return {0, 2, 0.0055};
    }
    return {};
}

} // namespace

std::uint64_t estimate_bytes(const FormatSettings& format, double seconds) {
    const FormatCost cost = cost_of(format.format);
    return static_cast<std::uint64_t>(
        seconds * (cost.bytes_per_bit * format.bitrate + cost.bytes_per_sample * format.sample_rate));
}

double estimate_cpu_seconds(const FormatSettings& format, double seconds) {
    return seconds * cost_of(format.format).cpu_per_second;
}

} // namespace recital
