// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// Removes the first `count` packets; there must be that many.
void drop_front(Packets& packets, std::size_t count);

/// Encodes finished audio. Each call uses a fresh encoder, so that the packets depend only on the samples.
class Codec {
public:
    Codec() = default;
    Codec(const Codec&) = delete;
    Codec& operator=(const Codec&) = delete;
    virtual ~Codec() = default;

    /// `samples` is a whole number of frames, full scale 1.0; the first frames are pause. A codec with a
    /// delay gives one packet more than there are frames: packet k is decoded with its predecessor into frame
    /// k - 1. Throws an `engine` error.
    [[nodiscard]] virtual Packets encode(std::span<const float> samples) = 0;
};

} // namespace recital
