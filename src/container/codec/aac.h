// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/codec/audio_codec.h"

namespace recital {

/// AAC LC, mono, by libavcodec's own encoder with its fast coder. The first packet, which contains only the
/// encoder's delay, is left out: a take begins with a frame of pause, which decodes to the same samples
/// without a predecessor. So there is no delay that players have to compensate.
class AacCodec : public Codec {
public:
    explicit AacCodec(const CodecSettings& settings) : settings_(settings) {}

    [[nodiscard]] Packets encode(std::span<const float> samples) override;

private:
    CodecSettings settings_;
};

} // namespace recital
