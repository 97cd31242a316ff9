// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace recital {

/// CRC-32 (ISO/IEC 3309, as in gzip) of a sequence of bytes, computed from the checksums of its parts. A
/// book's record states it for the audio data, so that a flipped bit can be found.
class AudioChecksum {
public:
    AudioChecksum() = default;
    /// As it was after `bytes` bytes.
    AudioChecksum(std::uint32_t value, std::uint64_t bytes) : value_(value), bytes_(bytes) {}

    void add(std::string_view bytes);

    /// Appends the bytes that `next` is the checksum of.
    void append(const AudioChecksum& next);

    [[nodiscard]] std::uint32_t value() const { return value_; }

    bool operator==(const AudioChecksum&) const = default;

private:
    std::uint32_t value_ = 0;
    std::uint64_t bytes_ = 0;
};

} // namespace recital
