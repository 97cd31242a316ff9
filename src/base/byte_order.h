// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace recital {

/// Appends the lowest `bytes` of a number, 1 to 8, most significant first: network byte order.
inline void put_big_endian(std::string& out, std::uint64_t value, std::size_t bytes) {
    for (std::size_t shift = 8 * bytes; shift > 0; shift -= 8) {
        out.push_back(static_cast<char>((value >> (shift - 8)) & 0xFFU));
    }
}

/// The same alone: bytes that sort like the numbers.
[[nodiscard]] inline std::string big_endian(std::uint64_t value, std::size_t bytes) {
    std::string text;
    put_big_endian(text, value, bytes);
    return text;
}

/// Like `put_big_endian`, least significant byte first.
inline void put_little_endian(std::string& out, std::uint64_t value, std::size_t bytes) {
    for (std::size_t shift = 0; shift < 8 * bytes; shift += 8) {
        out.push_back(static_cast<char>((value >> shift) & 0xFFU));
    }
}

/// The number encoded in at most 8 bytes, most significant first.
[[nodiscard]] inline std::uint64_t read_big_endian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char byte : bytes) {
        value = (value << 8U) | static_cast<unsigned char>(byte);
    }
    return value;
}

/// Like `read_big_endian`, least significant byte first.
[[nodiscard]] inline std::uint64_t read_little_endian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (std::size_t n = bytes.size(); n-- > 0;) {
        value = (value << 8U) | static_cast<unsigned char>(bytes[n]);
    }
    return value;
}

} // namespace recital
