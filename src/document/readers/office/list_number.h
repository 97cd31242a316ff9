// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace recital {

/// How the numbers of a list are written.
enum class NumberForm { none, decimal, decimal_zero, upper_roman, lower_roman, upper_letter, lower_letter };

/// The number in that form: 4 is "4", "04", "IV", "iv", "D" or "d"; 27 is "AA". Roman numerals beyond 3999
/// and letters of numbers below 1 are decimal. Empty for `none`.
[[nodiscard]] std::string list_number(int number, NumberForm form);

/// The number that an attribute of a list states in at most six digits; `otherwise` for any other text.
[[nodiscard]] int number_in_list(const std::string& text, int otherwise);

} // namespace recital
