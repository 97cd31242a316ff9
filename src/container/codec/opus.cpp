// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/codec/opus.h"

#include "container/codec/libav_encoder.h"

#include <array>
#include <vector>

namespace recital {

namespace {

constexpr std::array opus_sample_rates = {48000};

// The most that was measured on eight minutes of prose at each, at every sample rate, and a few tenths more;
// of the usual bit rates, on four hours.
constexpr std::array opus_overshoots = {Overshoot{64000, 1.1}, Overshoot{48000, 1.8}, Overshoot{40000, 2.3},
                                        Overshoot{32000, 2.6}, Overshoot{0, 3.4}};

std::size_t opus_frame_samples(int /*sample_rate*/) {
    return 960; // 20 ms
}

void check_opus_bitrate(const CodecSettings& settings, std::string_view format) {
    // RFC 6716, 2.1.1, has them from 6 to 510; with less than this, takes differ audibly where they join.
    check_bitrate_between(24000, 256000, settings, format);
}

std::unique_ptr<Codec> make_opus_codec(const CodecSettings& settings) {
    return std::make_unique<OpusCodec>(settings);
}

// At 5 libopus keeps to one of its two coders, whose rate follows what is asked; at 10 it changes between
// them, at a quarter of the speed and no closer to the master. See tests/bench/codec_table.py.
constexpr int complexity = 5;

/// A frame is coded by what differs from those before it. So that a take goes on as well from the pause of
/// the take before it as from the encoder's start, the encoder is led in by pause.
constexpr std::size_t lead_in_frames = 8;

} // namespace

Packets OpusCodec::encode(std::span<const float> samples) {
    const LibavEncoder encoder{
        "libopus",         settings_.sample_rate,
        settings_.bitrate, settings_.frame_samples(),
        delay_samples,     {{"application", "audio"}, {"vbr", "constrained"}, {"frame_duration", "20"}},
        complexity,        false};
    const std::size_t frame = encoder.frame_samples;
    std::vector<float> led_in;
    led_in.reserve(lead_in_frames * frame + samples.size());
    for (std::size_t n = 0; n < lead_in_frames; ++n) {
        led_in.insert(led_in.end(), samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(frame));
    }
    led_in.insert(led_in.end(), samples.begin(), samples.end());
    Packets packets = encode_by(encoder, led_in);
    drop_front(packets, lead_in_frames);
    return packets;
}

const AudioCodec opus_codec{
    "opus",         48000, 48000, opus_sample_rates, opus_frame_samples, opus_overshoots, check_opus_bitrate,
    make_opus_codec};

} // namespace recital
