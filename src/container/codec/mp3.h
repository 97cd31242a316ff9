// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/codec/audio_codec.h"

namespace recital {

/// MPEG-1 or -2 layer III, mono, at a constant bit rate by LAME. The bit reservoir is off, so that each
/// packet contains its complete frame and takes can be spliced.
class Mp3Codec : public Codec {
public:
    explicit Mp3Codec(const CodecSettings& settings) : settings_(settings) {}

    [[nodiscard]] Packets encode(std::span<const float> samples) override;

    /// Samples before the signal: the decoder's own delay, which every player compensates, and the additional
    /// delay, which the info frame states.
    static constexpr std::uint32_t decoder_delay = 529;
    [[nodiscard]] static std::uint32_t further_delay(const CodecSettings& settings);

private:
    CodecSettings settings_;
};

} // namespace recital
