// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/codec/audio_codec.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace recital {

/// 16-bit little-endian samples in a single packet: the coding of the lossless formats.
class PcmCodec : public Codec {
public:
    [[nodiscard]] Packets encode(std::span<const float> samples) override;
};

/// The samples of such a packet or of a part of it.
[[nodiscard]] std::vector<std::int16_t> pcm_samples(std::string_view bytes);

} // namespace recital
