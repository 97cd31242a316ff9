// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/codec/format.h"

#include "base/error.h"
#include "container/codec/mpeg_audio.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

namespace recital {

namespace {

// Those of the MPEG-4 table (ISO/IEC 14496-3, table 1.16) that an audiobook has a use for.
constexpr std::array aac_rates = {16000, 22050, 24000, 32000, 44100, 48000};
// MPEG-2 layer III up to 24 kHz, MPEG-1 above (ISO/IEC 13818-3, 2.4.2.3 and 11172-3, 2.4.2.3).
constexpr std::array mp3_rates = {16000, 22050, 24000, 32000, 44100, 48000};
constexpr std::array opus_rates = {48000};
constexpr int min_pcm_rate = 8000;
constexpr int max_pcm_rate = 192000;

constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();
constexpr std::uint64_t any_time = std::numeric_limits<std::uint64_t>::max();
// The numbers of the VorbisComment chapter extension have three digits.
constexpr std::size_t max_numbered = 999;

constexpr std::array formats = {
    FormatTraits{Format::m4b, "m4b", "aac", 24000, 64000, aac_rates, any_number, any_time},
    FormatTraits{Format::mp3, "mp3", "mp3", 24000, 80000, mp3_rates, any_number, any_time},
    FormatTraits{Format::opus, "opus", "opus", 48000, 48000, opus_rates, max_numbered, any_time},
    FormatTraits{Format::flac, "flac", "pcm", 24000, 0, {}, max_numbered, any_time},
    FormatTraits{Format::wav, "wav", "pcm", 24000, 0, {}, any_number, UINT32_MAX}, // of a cue point
};

/// Least and most, bit/s.
struct BitrateRange {
    int min;
    int max;
};

BitrateRange bitrate_range(const FormatSettings& settings) {
    if (settings.format == Format::opus) {
        // RFC 6716, 2.1.1, has them from 6 to 510; with less than this, takes differ audibly where they join.
        return {24000, 256000};
    }
    return {16000, 6 * settings.sample_rate}; // ISO/IEC 14496-3, 4.5.3.1: 6144 bits a frame and channel
}

const FormatTraits& named(std::string_view name) {
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
    return *traits;
}

void check_sample_rate(const FormatTraits& traits, int rate) {
    if (!traits.sample_rates.empty()) {
        if (std::find(traits.sample_rates.begin(), traits.sample_rates.end(), rate) ==
            traits.sample_rates.end()) {
            throw Error(ErrorKind::usage,
                        fmt::format("--sample-rate {} is not possible in {}: choose one of {}", rate,
                                    traits.name, fmt::join(traits.sample_rates, ", ")));
        }
    } else if (rate < min_pcm_rate || rate > max_pcm_rate) {
        throw Error(ErrorKind::usage, fmt::format("--sample-rate {} is not possible in {}: choose {} to {}",
                                                  rate, traits.name, min_pcm_rate, max_pcm_rate));
    }
}

void check_mp3_bitrate(const FormatSettings& settings) {
    constexpr int min_bitrate = 16; // less is not understood
    const auto& bitrates = mpeg_version_of(settings.sample_rate).bitrates;
    const std::span<const int> possible(
        std::find_if(bitrates.begin(), bitrates.end(), [](int bitrate) { return bitrate >= min_bitrate; }),
        bitrates.end());
    if (settings.bitrate % 1000 != 0 ||
        std::find(possible.begin(), possible.end(), settings.bitrate / 1000) == possible.end()) {
        throw Error(ErrorKind::usage,
                    fmt::format("--bitrate {} is not possible in mp3 at {} Hz: choose one of {} (kb/s)",
                                settings.bitrate / 1000, settings.sample_rate, fmt::join(possible, ", ")));
    }
}

void check_bitrate(const FormatSettings& settings) {
    if (settings.format == Format::mp3) {
        check_mp3_bitrate(settings);
        return;
    }
    const auto [min, max] = bitrate_range(settings);
    if (settings.bitrate < min || settings.bitrate > max) {
        throw Error(ErrorKind::usage,
                    fmt::format("--bitrate {} is not possible in {} at {} Hz: choose {} to {} "
                                "(kb/s)",
                                settings.bitrate / 1000, settings.traits().name, settings.sample_rate,
                                min / 1000, max / 1000));
    }
}

/// How much higher peaks come out from some bit rate on.
struct Overshoot {
    int min_bitrate;
    double decibel;
};

// The most that was measured on eight minutes of prose at each, at every sample rate, and a few tenths more;
// of the usual bit rates, on four hours.
constexpr std::array aac_overshoots = {Overshoot{64000, 0.6}, Overshoot{48000, 1.0}, Overshoot{40000, 1.4},
                                       Overshoot{32000, 2.6}, Overshoot{24000, 3.4}, Overshoot{0, 5.5}};
constexpr std::array mp3_overshoots = {Overshoot{128000, 0.8}, Overshoot{80000, 1.45}, Overshoot{56000, 1.8},
                                       Overshoot{32000, 2.3}, Overshoot{0, 3.0}};
constexpr std::array opus_overshoots = {Overshoot{64000, 1.1}, Overshoot{48000, 1.8}, Overshoot{40000, 2.3},
                                        Overshoot{32000, 2.6}, Overshoot{0, 3.4}};

std::span<const Overshoot> overshoots(Format format) {
    switch (format) {
    case Format::mp3:
        return mp3_overshoots;
    case Format::opus:
        return opus_overshoots;
    default:
        return aac_overshoots;
    }
}

bool has_bitrate(const FormatTraits& traits) {
    return traits.default_bitrate != 0;
}

bool has_choice_of_rate(const FormatTraits& traits) {
    return traits.sample_rates.size() != 1;
}

} // namespace

std::span<const FormatTraits> all_formats() {
    return formats;
}

const FormatTraits& traits_of(Format format) {
    return *std::find_if(formats.begin(), formats.end(),
                         [format](const FormatTraits& traits) { return traits.format == format; });
}

std::size_t FormatTraits::marked_chapters(std::span<const std::uint64_t> starts) const {
    const auto marked = std::upper_bound(starts.begin(), starts.end(), last_start) - starts.begin();
    return std::min(static_cast<std::size_t>(marked), max_chapters);
}

std::size_t FormatSettings::frame_samples() const {
    switch (format) {
    case Format::m4b:
        return 1024; // ISO/IEC 14496-3, 4.5.2.1.1
    case Format::mp3:
        return mpeg_version_of(sample_rate).frame_samples;
    case Format::opus:
        return 960; // 20 ms
    case Format::flac:
    case Format::wav:
        return 1;
    }
    return 1;
}

FormatSettings make_format_settings(std::string_view name, int sample_rate, int bitrate) {
    const FormatTraits& traits = named(name);
    if (bitrate != 0 && !has_bitrate(traits)) {
        throw Error(ErrorKind::usage, fmt::format("--bitrate has no meaning in {}, which is lossless", name));
    }
    const FormatSettings settings{traits.format, sample_rate == 0 ? traits.default_sample_rate : sample_rate,
                                  bitrate == 0 ? traits.default_bitrate : bitrate};
    check_sample_rate(traits, settings.sample_rate);
    if (has_bitrate(traits)) {
        check_bitrate(settings);
    }
    return settings;
}

std::vector<FormatSettings> make_formats(std::span<const std::string> names, int sample_rate, int bitrate) {
    const auto some = [names](bool (*has)(const FormatTraits&)) {
        return std::any_of(names.begin(), names.end(), [has](const auto& name) { return has(named(name)); });
    };
    const bool some_rate = some(has_choice_of_rate);
    const bool some_bitrate = some(has_bitrate);
    std::vector<FormatSettings> settings;
    for (const std::string& name : names) {
        const FormatTraits& traits = named(name);
        const bool spare_rate = some_rate && !has_choice_of_rate(traits);
        const bool spare_bitrate = some_bitrate && !has_bitrate(traits);
        const bool is_new = std::none_of(settings.begin(), settings.end(), [&](const FormatSettings& other) {
            return other.format == traits.format;
        });
        if (is_new) {
            settings.push_back(
                make_format_settings(name, spare_rate ? 0 : sample_rate, spare_bitrate ? 0 : bitrate));
        }
    }
    return settings;
}

double decoder_overshoot(const FormatSettings& settings) {
    if (settings.bitrate == 0) {
        return 0.05; // rounding to 16 bits, and meters that interpolate otherwise than the limiter
    }
    const std::span<const Overshoot> steps = overshoots(settings.format);
    return std::find_if(steps.begin(), steps.end(),
                        [&settings](const Overshoot& step) { return settings.bitrate >= step.min_bitrate; })
        ->decibel;
}

std::string describe(const FormatSettings& settings) {
    return fmt::format("{} {} Hz {} bit/s", settings.traits().coding, settings.sample_rate, settings.bitrate);
}

} // namespace recital
