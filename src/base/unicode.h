// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace recital {

/// All strings of this program are UTF-8; ill-formed bytes are replaced by U+FFFD where a function meets
/// them.

/// Normalisation form C (Unicode Standard Annex 15).
[[nodiscard]] std::string normalise_nfc(std::string_view text);

/// Full case folding (Unicode Standard, section 3.13), for comparing without regard to case.
[[nodiscard]] std::string fold_case(std::string_view text);

/// Whether the bytes are well-formed UTF-8 (Unicode Standard, table 3-7).
[[nodiscard]] bool is_utf8(std::string_view bytes);

/// The first byte from `position` that is not ASCII; the text's size where none is.
[[nodiscard]] std::size_t find_non_ascii(std::string_view text, std::size_t position = 0);

/// The code point that starts at byte `position`, which is moved after it; U+FFFD for ill-formed bytes and at
/// the end, where nothing is moved.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& position);

/// Appends one code point as UTF-8.
void append_utf8(std::string& text, char32_t code_point);

/// The longest prefix of at most `max_bytes` bytes that ends between two code points.
[[nodiscard]] std::string_view prefix_on_character(std::string_view text, std::size_t max_bytes);

/// Number of code points.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// How many columns of a screen with fixed columns the text takes: two for what is wide (Unicode Standard
/// Annex 11, East Asian Width W and F), one for every other character with what is combined with it.
[[nodiscard]] std::size_t columns_of(std::string_view text);

/// The text with blanks after it up to that many columns.
[[nodiscard]] std::string padded_to_columns(std::string text, std::size_t columns);

/// Properties of a code point (Unicode Character Database).
[[nodiscard]] bool is_letter(char32_t code_point);
[[nodiscard]] bool is_upper(char32_t code_point);
[[nodiscard]] bool is_lower(char32_t code_point);
[[nodiscard]] bool is_digit(char32_t code_point);
[[nodiscard]] bool is_space(char32_t code_point);

} // namespace recital
