// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/codec/format.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace recital {

/// Encoded audio: packets one after the other.
struct Packets {
    std::vector<std::uint32_t> sizes; ///< bytes of each
    std::string bytes;
};

/// Takes the first `count` packets away.
void drop_front(Packets& packets, std::size_t count);

/// Encodes finished sound. Each call starts from a fresh encoder, so that the packets are a function of the
/// samples alone.
class Codec {
public:
    Codec() = default;
    Codec(const Codec&) = delete;
    Codec& operator=(const Codec&) = delete;
    virtual ~Codec() = default;

    /// `samples` are a whole number of frames, full scale 1.0, the first of them pause. A codec with a delay
    /// gives one packet more than there are frames: packet k is decoded with its predecessor into frame k
    /// - 1. Throws an `engine` error.
    [[nodiscard]] virtual Packets encode(std::span<const float> samples) = 0;
};

} // namespace recital
