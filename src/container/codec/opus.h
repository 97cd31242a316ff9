// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/codec/audio_codec.h"

namespace recital {

/// Opus, mono at 48 kHz in frames of 20 ms, by libopus.
class OpusCodec : public Codec {
public:
    explicit OpusCodec(const CodecSettings& settings) : settings_(settings) {}

    [[nodiscard]] Packets encode(std::span<const float> samples) override;

    /// Samples before the signal that players skip (RFC 7845, 4.2, "pre-skip").
    static constexpr std::uint32_t delay_samples = 312;

private:
    CodecSettings settings_;
};

} // namespace recital
