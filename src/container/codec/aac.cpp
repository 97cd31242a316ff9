// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/codec/aac.h"

#include "container/codec/libav_encoder.h"

#include <array>

namespace recital {

namespace {

// Those of the MPEG-4 table (ISO/IEC 14496-3, table 1.16) that an audiobook has a use for.
constexpr std::array aac_sample_rates = {16000, 22050, 24000, 32000, 44100, 48000};

// The most that was measured on eight minutes of prose at each, at every sample rate, and a few tenths more;
// of the usual bit rates, on four hours.
constexpr std::array aac_overshoots = {Overshoot{64000, 0.6}, Overshoot{48000, 1.0}, Overshoot{40000, 1.4},
                                       Overshoot{32000, 2.6}, Overshoot{24000, 3.4}, Overshoot{0, 5.5}};

std::size_t aac_frame_samples(int /*sample_rate*/) {
    return 1024; // ISO/IEC 14496-3, 4.5.2.1.1
}

void check_aac_bitrate(const CodecSettings& settings, std::string_view format) {
    // ISO/IEC 14496-3, 4.5.3.1: 6144 bits a frame and channel
    check_bitrate_between(16000, 6 * settings.sample_rate, settings, format);
}

std::unique_ptr<Codec> make_aac_codec(const CodecSettings& settings) {
    return std::make_unique<AacCodec>(settings);
}

} // namespace

Packets AacCodec::encode(std::span<const float> samples) {
    const std::size_t look_back = settings_.frame_samples();
    const LibavEncoder encoder{
        "aac",     settings_.sample_rate,  settings_.bitrate, settings_.frame_samples(),
        look_back, {{"aac_coder", "fast"}}};
    Packets packets = encode_by(encoder, samples);
    drop_front(packets, 1);
    return packets;
}

const AudioCodec aac_codec{
    "aac",         24000, 64000, aac_sample_rates, aac_frame_samples, aac_overshoots, check_aac_bitrate,
    make_aac_codec};

} // namespace recital
