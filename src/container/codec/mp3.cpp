// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/codec/mp3.h"

#include "container/codec/libav_encoder.h"

#include <algorithm>
#include <vector>

namespace recital {

namespace {

constexpr std::uint32_t lame_delay =
    576; // samples that LAME puts before, and the decoder's delay before them

/// How many packets hold nothing but delay. They are left out: players that know nothing of delays play less
/// of it, and less of a take's closing pause is replaced by the next take's opening.
std::size_t empty_packets(const FormatSettings& settings) {
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

std::uint32_t Mp3Codec::further_delay(const FormatSettings& settings) {
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

} // namespace recital
