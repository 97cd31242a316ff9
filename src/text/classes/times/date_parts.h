// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

#include <cstddef>
#include <optional>

namespace recital {

inline constexpr unsigned max_days = 31;

inline constexpr unsigned months_in_year = 12;

/// The day of a month at the index; the ending of an ordinal is a separate lexeme.
[[nodiscard]] std::optional<unsigned> day_at(const Cursor& cursor, std::size_t index);

/// The index after the month's name and its full stop; the index itself if there is no month.
[[nodiscard]] std::size_t after_month(const Cursor& cursor, std::size_t index);

/// The index after the day and the ending of its ordinal; the index itself if there is none.
[[nodiscard]] std::size_t after_day(const Cursor& cursor, std::size_t index);

/// The year of which a date has the last two digits: 67 is 1967, 14 is 2014 but of a birth.
[[nodiscard]] unsigned full_year(const Cursor& cursor, unsigned last_digits);

/// Whether a day takes the article: not in "the 3 May concert", "their 3 May concert" and "Bach's 3 May
/// letter".
bool takes_article(const Cursor& cursor, std::size_t index);

} // namespace recital
