// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_range.h"

#include <optional>
#include <string>
#include <string_view>

namespace recital {

/// The years of birth and death: "1819", or "c. 1500" if the text is not certain. Empty if the text does not
/// state them unambiguously.
struct VitalDates {
    std::string born;
    std::string died;
};

/// A number of four digits that may be a year.
struct YearMention {
    TextRange place;
    bool exact = false; ///< false for "1900s", "1899/1900", "1985-86", "1500?"
};

/// The first mention at or after byte `from`.
[[nodiscard]] std::optional<YearMention> find_year(std::string_view text, std::size_t from = 0);

/// The years in what follows a name, in brackets or between commas: "(baptised 17 December 1770 – 26 March
/// 1827)", "(born 1988)", "(c. 1500 – after 1550)", "（1952年1月17日 - 2023年3月28日）". Years count only in
/// a range or with a word for birth or death.
[[nodiscard]] VitalDates vital_dates_in(std::string_view apposition);

/// 1 for a bracket that opens, -1 for one that closes, 0 for any other character.
[[nodiscard]] int bracket_depth(char32_t code_point);

/// The bracket that the text begins with, nested ones included; a view into it, empty if there is none that
/// is closed.
[[nodiscard]] std::string_view leading_bracket(std::string_view text);

/// Whether a person can have lived from one year to the other (at most 130 years); true if one is empty.
[[nodiscard]] bool is_possible_lifespan(const VitalDates& years);

} // namespace recital
