// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/language/language.h"

#include <string_view>

namespace recital {

/// Whether the text starts with a number in figures or roman: 5, +5, XVI, and iii of pages.
[[nodiscard]] bool starts_with_numeral(std::string_view text);

/// Whether the text starts with an ordinal in figures: 57th.
[[nodiscard]] bool starts_with_ordinal(std::string_view text);

/// Whether the text starts with a year: 1797, not 17970 or 1797.5.
[[nodiscard]] bool starts_with_year(std::string_view text);

/// Whether what follows an "m." is a wedding's: "1904", "14 June", "June 14", "1 John" of a first husband;
/// not "5 Bach" after a preposition, which is a measure. `before` is the word before the "m.".
[[nodiscard]] bool starts_with_wedding(std::string_view text, std::string_view before,
                                       const Language& language);

/// Whether the text starts with a capital alone: "B, ", "B in", "B. He"; not the initial of "B. Smith".
[[nodiscard]] bool starts_with_letter(std::string_view text, const Language& language);

/// Whether the text starts with capitals and a number: B-12, A4, SD-1361, DG 2530. A single letter is
/// attached to its number.
[[nodiscard]] bool starts_with_code(std::string_view text);

} // namespace recital
