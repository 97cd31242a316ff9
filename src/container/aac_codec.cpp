// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/aac_codec.h"

#include "container/libav_encoder.h"

namespace recital {

Packets AacCodec::encode(std::span<const float> samples) {
    const LibavEncoder encoder{
        "aac",         settings_.sample_rate,  settings_.bitrate, settings_.frame_samples(),
        delay_samples, {{"aac_coder", "fast"}}};
    return encode_by(encoder, samples);
}

} // namespace recital
