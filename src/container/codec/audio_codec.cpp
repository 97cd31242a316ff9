// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/codec/audio_codec.h"

#include "base/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace recital {

namespace {

void check_sample_rate(const CodecSettings& settings, std::string_view format) {
    constexpr int min_rate = 8000;
    constexpr int max_rate = 192000;
    const std::span<const int> rates = settings.codec->sample_rates;
    const int rate = settings.sample_rate;
    if (!rates.empty()) {
        if (std::find(rates.begin(), rates.end(), rate) == rates.end()) {
            throw Error(ErrorKind::usage,
                        fmt::format("--sample-rate {} is not possible in {}: choose one of {}", rate, format,
                                    fmt::join(rates, ", ")));
        }
    } else if (rate < min_rate || rate > max_rate) {
        throw Error(ErrorKind::usage, fmt::format("--sample-rate {} is not possible in {}: choose {} to {}",
                                                  rate, format, min_rate, max_rate));
    }
}

} // namespace

void check(const CodecSettings& settings, std::string_view format) {
    check_sample_rate(settings, format);
    if (!settings.codec->is_lossless()) {
        settings.codec->check_bitrate(settings, format);
    }
}

void check_bitrate_between(int min_bitrate, int max_bitrate, const CodecSettings& settings,
                           std::string_view format) {
    if (settings.bitrate < min_bitrate || settings.bitrate > max_bitrate) {
        throw Error(ErrorKind::usage,
                    fmt::format("--bitrate {} is not possible in {} at {} Hz: choose {} to {} "
                                "(kb/s)",
                                settings.bitrate / 1000, format, settings.sample_rate, min_bitrate / 1000,
                                max_bitrate / 1000));
    }
}

std::unique_ptr<Codec> make_codec(const CodecSettings& settings) {
    return settings.codec->make(settings);
}

double decoder_overshoot(const CodecSettings& settings) {
    const std::span<const Overshoot> steps = settings.codec->overshoots;
    return std::find_if(steps.begin(), steps.end(),
                        [&settings](const Overshoot& step) { return settings.bitrate >= step.min_bitrate; })
        ->decibel;
}

std::string describe(const CodecSettings& settings) {
    return fmt::format("{} {} Hz {} bit/s", settings.codec->name, settings.sample_rate, settings.bitrate);
}

} // namespace recital
