// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/codec/codec.h"

namespace recital {

/// MPEG-1 or -2 layer III, mono, at a constant bit rate by LAME. It has no bit reservoir, so that every
/// packet holds its whole frame and takes can be spliced.
class Mp3Codec : public Codec {
public:
    explicit Mp3Codec(const FormatSettings& settings) : settings_(settings) {}

    [[nodiscard]] Packets encode(std::span<const float> samples) override;

    /// Samples before the signal: those of the decoder's own delay, which every player knows of, and those on
    /// top of them.
    static constexpr std::uint32_t decoder_delay = 529;
    [[nodiscard]] static std::uint32_t further_delay(const FormatSettings& settings);

private:
    FormatSettings settings_;
};

} // namespace recital
