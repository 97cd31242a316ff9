// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace recital {

/// CRC-32 (ISO/IEC 3309, as in gzip) of a string of bytes whose parts may be known in any order: what a book
/// says of its sound, so that a flipped bit in it can be found.
class AudioChecksum {
public:
    void add(std::string_view bytes);

    /// As if the bytes of `next` had been added.
    void append(const AudioChecksum& next);

    [[nodiscard]] std::uint32_t value() const { return value_; }

    bool operator==(const AudioChecksum&) const = default;

private:
    std::uint32_t value_ = 0;
    std::uint64_t bytes_ = 0;
};

} // namespace recital
