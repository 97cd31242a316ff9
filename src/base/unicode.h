// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace recital {

/// The byte order mark with which a text in UTF-8 may begin.
inline constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

/// All strings of this program are UTF-8; functions treat ill-formed bytes as U+FFFD.

[[nodiscard]] constexpr bool is_ascii(char byte) {
    return static_cast<unsigned char>(byte) < 0x80;
}
[[nodiscard]] constexpr bool is_ascii(char32_t code_point) {
    return code_point < 0x80;
}
[[nodiscard]] constexpr bool is_ascii_digit(char byte) {
    return byte >= '0' && byte <= '9';
}
[[nodiscard]] constexpr bool is_ascii_upper(char byte) {
    return byte >= 'A' && byte <= 'Z';
}
[[nodiscard]] constexpr bool is_ascii_lower(char byte) {
    return byte >= 'a' && byte <= 'z';
}

/// The functions of the same names for what is not ASCII. Nearly all characters are ASCII, and asking a
/// library for each takes most of the time of a pass over a text.
namespace beyond_ascii {

[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& position);
[[nodiscard]] bool is_letter(char32_t code_point);
[[nodiscard]] bool is_upper(char32_t code_point);
[[nodiscard]] bool is_lower(char32_t code_point);
[[nodiscard]] bool is_digit(char32_t code_point);
[[nodiscard]] bool is_space(char32_t code_point);

} // namespace beyond_ascii

/// Normalisation form C (Unicode Standard Annex 15).
[[nodiscard]] std::string normalise_nfc(std::string_view text);

/// Full case folding (Unicode Standard, section 3.13), for comparisons that ignore case.
[[nodiscard]] std::string fold_case(std::string_view text);

/// Whether the bytes are well-formed UTF-8 (Unicode Standard, table 3-7).
[[nodiscard]] bool is_utf8(std::string_view bytes);

/// The first byte at or after `position` that is not ASCII; the text's size if there is none.
[[nodiscard]] std::size_t find_non_ascii(std::string_view text, std::size_t position = 0);

/// The code point that starts at byte `position`; advances `position` past it. U+FFFD for ill-formed bytes,
/// and at the end, where `position` stays.
[[nodiscard]] inline char32_t next_code_point(std::string_view text, std::size_t& position) {
    return position < text.size() && is_ascii(text[position]) ? static_cast<char32_t>(text[position++])
                                                              : beyond_ascii::next_code_point(text, position);
}

/// Appends one code point as UTF-8.
void append_utf8(std::string& text, char32_t code_point);

/// The longest prefix of at most `max_bytes` bytes that does not split a code point.
[[nodiscard]] std::string_view prefix_on_character(std::string_view text, std::size_t max_bytes);

/// Number of code points.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// The width of the text in columns of a terminal: two for wide characters (Unicode Standard Annex 11, East
/// Asian Width W and F), one for each other character including its combining marks.
[[nodiscard]] std::size_t columns_of(std::string_view text);

/// The text padded with blanks at its end to `columns`.
[[nodiscard]] std::string padded_to_columns(std::string text, std::size_t columns);

/// These test properties of a code point (Unicode Character Database).
[[nodiscard]] inline bool is_upper(char32_t code_point) {
    return is_ascii(code_point) ? is_ascii_upper(static_cast<char>(code_point))
                                : beyond_ascii::is_upper(code_point);
}
[[nodiscard]] inline bool is_lower(char32_t code_point) {
    return is_ascii(code_point) ? is_ascii_lower(static_cast<char>(code_point))
                                : beyond_ascii::is_lower(code_point);
}
[[nodiscard]] inline bool is_letter(char32_t code_point) {
    return is_ascii(code_point) ? is_upper(code_point) || is_lower(code_point)
                                : beyond_ascii::is_letter(code_point);
}
[[nodiscard]] inline bool is_digit(char32_t code_point) {
    return is_ascii(code_point) ? is_ascii_digit(static_cast<char>(code_point))
                                : beyond_ascii::is_digit(code_point);
}
[[nodiscard]] inline bool is_space(char32_t code_point) {
    return is_ascii(code_point) ? code_point == U' ' || (code_point >= U'\t' && code_point <= U'\r')
                                : beyond_ascii::is_space(code_point);
}

/// Whether the first character is an upper-case or a lower-case letter; false for an empty text.
[[nodiscard]] bool starts_upper(std::string_view text);
[[nodiscard]] bool starts_lower(std::string_view text);

/// Whether the byte may be part of a word: a letter or digit of ASCII, or a byte of any other character.
[[nodiscard]] constexpr bool is_word_byte(char byte) {
    return !is_ascii(byte) || is_ascii_digit(byte) || is_ascii_upper(byte) || is_ascii_lower(byte);
}

} // namespace recital
