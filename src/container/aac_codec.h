// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/codec.h"

namespace recital {

/// AAC LC, mono, by libavcodec's own encoder with its fast coder.
class AacCodec : public Codec {
public:
    explicit AacCodec(const FormatSettings& settings) : settings_(settings) {}

    [[nodiscard]] Packets encode(std::span<const float> samples) override;

    /// Samples that the encoder's look-back puts in front of the signal.
    static constexpr std::uint32_t delay_samples = 1024;

private:
    FormatSettings settings_;
};

} // namespace recital
