// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/times/numeric_date.h"

#include "text/classes/times/date_parts.h"
#include "text/classes/times/year.h"
#include "text/language/character.h"
#include "text/language/roman_numeral.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace recital {

bool recognise_roman_month(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const auto mark = [&](std::size_t index) {
        return cursor.is_any_mark(index, {".", "/"}) && cursor.is_glued(index) && cursor.is_glued(index + 1);
    };
    const bool marks = mark(here + 1) && mark(here + 3);
    const std::size_t numeral_at = marks ? here + 2 : here + 1;
    const std::size_t year_at = marks ? here + 4 : here + 2;
    std::string numeral(cursor.text(numeral_at));
    const bool small = !numeral.empty() && is_ascii_lower(numeral[0]);
    std::transform(numeral.begin(), numeral.end(), numeral.begin(), to_ascii_upper);
    const auto month = cursor.is_word(numeral_at) ? roman_value(numeral) : 0;
    const bool apart = !small && !cursor.is_glued(numeral_at) && !cursor.is_glued(year_at);
    if (!day_at(cursor, here) || month == 0 || month > months_in_year || !cursor.small_number(year_at) ||
        cursor.text(year_at).size() != year_digits || !(marks || apart)) {
        return false;
    }
    return cursor.take(Date{*day_at(cursor, here), month, *cursor.small_number(year_at), true, true},
                       year_at + 1);
}

bool recognise_month_and_day(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    const auto is_date = [&](std::size_t index) {
        const auto month = cursor.small_number(index);
        return month && *month >= 1 && *month <= months_in_year && cursor.is_mark(index + 1, "/") &&
               cursor.is_glued(index + 1) && day_at(cursor, index + 2) && cursor.is_glued(index + 2) &&
               !(cursor.is_mark(index + 3, "/") && cursor.is_glued(index + 3));
    };
    const auto before = here > 0 ? cursor.text(here - 1) : std::string_view{};
    const bool on =
        !before.empty() && (before == language.phrase("on day") || before == language.phrase("On day"));
    const bool range = cursor.is_dash(here + 3) && cursor.is_glued(here + 3) && is_date(here + 4);
    const bool after_range = here > 0 && cursor.is_dash(here - 1) && cursor.is_glued(here) &&
                             cursor.last_token_but_one<Date>() != nullptr;
    const bool cued = on || range || after_range;
    return cued && !language.day_comes_first() && is_date(here) &&
           cursor.take(Date{*day_at(cursor, here + 2), *cursor.small_number(here), std::nullopt, false, true},
                       here + 3);
}

bool recognise_month_and_year(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const auto month = cursor.small_number(here);
    const bool slash = cursor.is_mark(here + 1, "/") && cursor.is_glued(here + 1) &&
                       cursor.is_glued(here + 2) &&
                       !(cursor.is_mark(here + 3, "/") && cursor.is_glued(here + 3));
    const bool after_slash = here > 0 && cursor.is_glued(here) && !cursor.is_mark(here - 1, "(");
    return month && *month >= 1 && *month <= months_in_year && slash && is_year(cursor, here + 2) &&
           !after_slash &&
           cursor.take(Date{0, *month, *cursor.small_number(here + 2), false, true}, here + 3);
}

bool recognise_hyphenated_date(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const auto hyphen = [&](std::size_t index) {
        return cursor.is_mark(index, "-") && cursor.is_glued(index) && cursor.is_glued(index + 1);
    };
    const unsigned month =
        cursor.is_word(here + 2) ? cursor.language().possible_month(cursor.text(here + 2)) : 0;
    const auto year = cursor.small_number(here + 4);
    return day_at(cursor, here) && hyphen(here + 1) && hyphen(here + 3) && month != 0 && year &&
           cursor.text(here + 4).size() == year_digits &&
           cursor.take(Date{*day_at(cursor, here), month, *year, true, true}, here + 5);
}

bool recognise_numeric_date(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    const auto first = cursor.small_number(here);
    const auto second = cursor.small_number(here + 2);
    const auto third = cursor.small_number(here + 4);
    const bool same_marks =
        cursor.is_any_mark(here + 1, {"-", "/", "."}) && cursor.text(here + 1) == cursor.text(here + 3);
    const bool glued = cursor.is_glued(here + 1) && cursor.is_glued(here + 2) && cursor.is_glued(here + 3) &&
                       cursor.is_glued(here + 4);
    if (!first || !second || !third || !same_marks || !glued) {
        return false;
    }
    if (cursor.text(here).size() == year_digits && day_at(cursor, here + 4) && *second >= 1 &&
        *second <= months_in_year) {
        return cursor.take(Date{*third, *second, *first, language.day_comes_first(), true}, here + 5);
    }
    // 13/7/85, and 13.7.85 if it cannot be a version number.
    const bool short_year =
        cursor.text(here + 4).size() == 2 && (cursor.is_mark(here + 1, "/") || *third > max_days);
    if ((cursor.text(here + 4).size() != year_digits && !short_year) || !day_at(cursor, here) ||
        !day_at(cursor, here + 2)) {
        return false;
    }
    // With points the day comes first everywhere; otherwise as in the language, unless the number cannot be a
    // month.
    const bool points = cursor.is_mark(here + 1, ".");
    const bool day_first =
        *second <= months_in_year && (points || language.day_comes_first() || *first > months_in_year);
    const auto month = day_first ? *second : *first;
    if (month > months_in_year) {
        return false;
    }
    const auto year = short_year ? full_year(cursor, *third) : *third;
    return cursor.take(Date{day_first ? *first : *second, month, year, day_first, true}, here + 5);
}

} // namespace recital
