// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/codec/mp3.h"

#include "base/error.h"
#include "container/codec/libav_encoder.h"
#include "container/codec/mpeg_audio.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <vector>

namespace recital {

namespace {

// MPEG-2 layer III up to 24 kHz, MPEG-1 above (ISO/IEC 13818-3, 2.4.2.3 and 11172-3, 2.4.2.3).
constexpr std::array mp3_sample_rates = {16000, 22050, 24000, 32000, 44100, 48000};

// The most that was measured on eight minutes of prose at each, at every sample rate, and a few tenths more;
// of the usual bit rates, on four hours.
constexpr std::array mp3_overshoots = {Overshoot{128000, 0.8}, Overshoot{80000, 1.45}, Overshoot{56000, 1.8},
                                       Overshoot{32000, 2.3}, Overshoot{0, 3.0}};

std::size_t mp3_frame_samples(int sample_rate) {
    return mpeg_version_of(sample_rate).frame_samples;
}

void check_mp3_bitrate(const CodecSettings& settings, std::string_view format) {
    constexpr int min_bitrate = 16; // less is not understood
    const auto& bitrates = mpeg_version_of(settings.sample_rate).bitrates;
    const std::span<const int> possible(
        std::find_if(bitrates.begin(), bitrates.end(), [](int bitrate) { return bitrate >= min_bitrate; }),
        bitrates.end());
    if (settings.bitrate % 1000 != 0 ||
        std::find(possible.begin(), possible.end(), settings.bitrate / 1000) == possible.end()) {
        throw Error(ErrorKind::usage,
                    fmt::format("--bitrate {} is not possible in {} at {} Hz: choose one of {} (kb/s)",
                                settings.bitrate / 1000, format, settings.sample_rate,
                                fmt::join(possible, ", ")));
    }
}

std::unique_ptr<Codec> make_mp3_codec(const CodecSettings& settings) {
    return std::make_unique<Mp3Codec>(settings);
}

constexpr std::uint32_t lame_delay =
    576; // samples that LAME puts before, and the decoder's delay before them

/// How many packets hold nothing but delay. They are left out: players that know nothing of delays play less
/// of it, and less of a take's closing pause is replaced by the next take's opening.
std::size_t empty_packets(const CodecSettings& settings) {
    return (lame_delay + Mp3Codec::decoder_delay) / settings.frame_samples();
}

/// LAME 3.100 lowers the level at the usual bit rates, to be safe from clipping (measured with tones at every
/// rate and bit rate that is offered; its presets say the same). The limiter has seen to that already.
float level_kept(int bitrate) {
    if (bitrate >= 256000) {
        return 1.0F;
    }
    if (bitrate >= 224000) {
        return 0.98F;
    }
    return bitrate >= 192000 ? 0.97F : 0.95F;
}

} // namespace

std::uint32_t Mp3Codec::further_delay(const CodecSettings& settings) {
    return lame_delay - static_cast<std::uint32_t>(empty_packets(settings) * settings.frame_samples());
}

Packets Mp3Codec::encode(std::span<const float> samples) {
    const LibavEncoder encoder{"libmp3lame",
                               settings_.sample_rate,
                               settings_.bitrate,
                               settings_.frame_samples(),
                               lame_delay + decoder_delay,
                               {{"reservoir", "0"}}};
    const float gain = 1.0F / level_kept(settings_.bitrate);
    std::vector<float> raised(samples.begin(), samples.end());
    std::for_each(raised.begin(), raised.end(), [gain](float& sample) { sample *= gain; });
    Packets packets = encode_by(encoder, raised);
    drop_front(packets, empty_packets(settings_));
    return packets;
}

const AudioCodec mp3_codec{
    "mp3",         24000, 80000, mp3_sample_rates, mp3_frame_samples, mp3_overshoots, check_mp3_bitrate,
    make_mp3_codec};

} // namespace recital
