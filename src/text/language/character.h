// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/unicode.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace recital {

/// What matters about a character when a sentence is split.
enum class CharacterKind : std::uint8_t { other, letter, digit, space };

namespace detail {

constexpr std::array<CharacterKind, 128> make_ascii_kinds() {
    std::array<CharacterKind, 128> kinds{};
    for (std::size_t code = 0; code < kinds.size(); ++code) {
        const auto byte = static_cast<char>(code);
        if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')) {
            kinds[code] = CharacterKind::letter;
        } else if (byte >= '0' && byte <= '9') {
            kinds[code] = CharacterKind::digit;
        } else if (byte == ' ' || (byte >= '\t' && byte <= '\r')) {
            kinds[code] = CharacterKind::space;
        }
    }
    return kinds;
}

inline constexpr auto ascii_kinds = make_ascii_kinds();

} // namespace detail

[[nodiscard]] inline char to_ascii_upper(char byte) {
    constexpr char case_bit = 0x20;
    return is_ascii_lower(byte) ? static_cast<char>(byte ^ case_bit) : byte;
}

[[nodiscard]] inline char to_ascii_lower(char byte) {
    constexpr char case_bit = 0x20;
    return is_ascii_upper(byte) ? static_cast<char>(byte ^ case_bit) : byte;
}

[[nodiscard]] inline bool is_superscript_digit(char32_t code_point) {
    return code_point == U'¹' || code_point == U'²' || code_point == U'³' || code_point == U'⁰' ||
           (code_point >= U'⁴' && code_point <= U'⁹');
}

/// One character of a text and where it ends.
struct Character {
    char32_t code_point = 0;
    std::size_t end = 0; ///< byte after it
    CharacterKind kind = CharacterKind::other;
};

/// The character that starts at byte `position`, which must lie inside the text. ASCII costs one table
/// access.
[[nodiscard]] Character character_at(std::string_view text, std::size_t position);

/// Start of the character that ends at byte `end` (> 0).
[[nodiscard]] std::size_t previous_start(std::string_view text, std::size_t end);

} // namespace recital
