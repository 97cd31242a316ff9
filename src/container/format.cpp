// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/format.h"

#include "base/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <vector>

namespace recital {

namespace {

constexpr int default_sample_rate = 24000;

constexpr std::array formats = {
    FormatTraits{Format::m4b, "m4b", 1024, 64000},
    FormatTraits{Format::wav, "wav", 1, 0},
};

// Those of the MPEG-4 table (ISO/IEC 14496-3, table 1.16) that an audiobook has a use for.
constexpr std::array aac_rates = {16000, 22050, 24000, 32000, 44100, 48000};
constexpr int least_wav_rate = 8000;
constexpr int most_wav_rate = 192000;

constexpr int least_aac_bitrate = 16000;

/// ISO/IEC 14496-3, 4.5.3.1: at most 6144 bits a frame and channel.
int most_aac_bitrate(int sample_rate) {
    return 6 * sample_rate;
}

void check_aac(const FormatSettings& settings) {
    if (std::find(aac_rates.begin(), aac_rates.end(), settings.sample_rate) == aac_rates.end()) {
        throw Error(ErrorKind::usage, fmt::format("--sample-rate {} is not possible in m4b: choose one of {}",
                                                  settings.sample_rate, fmt::join(aac_rates, ", ")));
    }
    const int most = most_aac_bitrate(settings.sample_rate);
    if (settings.bitrate < least_aac_bitrate || settings.bitrate > most) {
        throw Error(ErrorKind::usage,
                    fmt::format("--bitrate {} is not possible in m4b at {} Hz: choose {} to {} (kb/s)",
                                settings.bitrate / 1000, settings.sample_rate, least_aac_bitrate / 1000,
                                most / 1000));
    }
}

} // namespace

std::span<const FormatTraits> all_formats() {
    return formats;
}

const FormatTraits& traits_of(Format format) {
    return *std::find_if(formats.begin(), formats.end(),
                         [format](const FormatTraits& traits) { return traits.format == format; });
}

FormatSettings make_format_settings(std::string_view name, int sample_rate, int bitrate) {
    const auto* traits = std::find_if(formats.begin(), formats.end(), [name](const FormatTraits& candidate) {
        return candidate.name == name;
    });
    if (traits == formats.end()) {
        std::vector<std::string_view> names;
        std::transform(formats.begin(), formats.end(), std::back_inserter(names),
                       [](const FormatTraits& candidate) { return candidate.name; });
        throw Error(ErrorKind::usage,
                    fmt::format("there is no format '{}': choose one of {}", name, fmt::join(names, ", ")));
    }
    if (bitrate != 0 && traits->default_bitrate == 0) {
        throw Error(ErrorKind::usage, fmt::format("--bitrate has no meaning in {}, which is lossless", name));
    }
    const FormatSettings settings{traits->format, sample_rate == 0 ? default_sample_rate : sample_rate,
                                  bitrate == 0 ? traits->default_bitrate : bitrate};
    if (traits->format == Format::m4b) {
        check_aac(settings);
    } else if (settings.sample_rate < least_wav_rate || settings.sample_rate > most_wav_rate) {
        throw Error(ErrorKind::usage, fmt::format("--sample-rate {} is not possible in {}: choose {} to {}",
                                                  settings.sample_rate, name, least_wav_rate, most_wav_rate));
    }
    return settings;
}

double decoder_overshoot(const FormatSettings& settings) {
    if (settings.bitrate == 0) {
        return 0.05; // rounding to 16 bits, and meters that interpolate otherwise than the limiter
    }
    if (settings.bitrate >= 64000) {
        return 0.6;
    }
    return settings.bitrate >= 48000 ? 1.0 : 2.5;
}

std::string describe(const FormatSettings& settings) {
    return fmt::format("{} {} Hz {} bit/s", settings.traits().name, settings.sample_rate, settings.bitrate);
}

} // namespace recital
