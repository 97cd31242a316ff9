// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/codec/codec.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace recital {

/// 16-bit little-endian samples, all in one packet: what the lossless formats are made of.
class PcmCodec : public Codec {
public:
    [[nodiscard]] Packets encode(std::span<const float> samples) override;
};

/// The samples that such a packet, or a part of it, holds.
[[nodiscard]] std::vector<std::int16_t> pcm_samples(std::string_view bytes);

} // namespace recital
