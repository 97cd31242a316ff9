// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/codec/codec.h"

namespace recital {

/// AAC LC, mono, by libavcodec's own encoder with its fast coder. The packet that holds nothing but the
/// encoder's look-back is left out: a take opens with a frame of pause, which sounds the same when it is
/// decoded without a predecessor, and so there is no delay that a player would have to know of.
class AacCodec : public Codec {
public:
    explicit AacCodec(const FormatSettings& settings) : settings_(settings) {}

    [[nodiscard]] Packets encode(std::span<const float> samples) override;

private:
    FormatSettings settings_;
};

} // namespace recital
