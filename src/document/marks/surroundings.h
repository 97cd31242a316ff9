// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace recital {

/// The code point that ends before byte `position`; 0 at the start of the text.
[[nodiscard]] char32_t code_point_before(std::string_view text, std::size_t position);

/// The code point at byte `position`; 0 at the end of the text.
[[nodiscard]] char32_t code_point_at(std::string_view text, std::size_t position);

/// The letters that end before byte `position`; a view into `text`.
[[nodiscard]] std::string_view word_before(std::string_view text, std::size_t position);

/// The ASCII digits that end before byte `position`; a view into `text`.
[[nodiscard]] std::string_view digits_before(std::string_view text, std::size_t position);

/// The length of the ASCII digits at byte `position`.
[[nodiscard]] std::size_t digits_at(std::string_view text, std::size_t position);

inline constexpr std::size_t year_digits = 4;

/// Whether the digits may be those of a year: "1951".
[[nodiscard]] bool is_year(std::string_view digits);

/// Where the closing punctuation that ends before byte `position` begins; `position` if there is none.
[[nodiscard]] std::size_t closing_begin(std::string_view text, std::size_t position);

/// Whether the code point closes a sentence, a clause or a quotation.
[[nodiscard]] bool is_closing(char32_t code_point);

/// Whether a word or number that ends before byte `position` ends there: a blank, the end, or punctuation
/// that is not inside a number follows.
[[nodiscard]] bool ends_word(std::string_view text, std::size_t position);

} // namespace recital
