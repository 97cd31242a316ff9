// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/codec/aac.h"

#include "container/codec/libav_encoder.h"

namespace recital {

Packets AacCodec::encode(std::span<const float> samples) {
    const std::size_t look_back = settings_.frame_samples();
    const LibavEncoder encoder{
        "aac",     settings_.sample_rate,  settings_.bitrate, settings_.frame_samples(),
        look_back, {{"aac_coder", "fast"}}};
    Packets packets = encode_by(encoder, samples);
    drop_front(packets, 1);
    return packets;
}

} // namespace recital
