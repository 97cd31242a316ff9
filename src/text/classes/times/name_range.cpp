// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/times/name_range.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace recital {

namespace {

/// The name of the day that the word is or shortens; empty if it is none.
std::string_view name_of_day(std::string_view word, const Language& language) {
    if (language.lists("days of the week", word)) {
        return word;
    }
    for (const Abbreviation& reading : language.abbreviations(word)) {
        if (language.lists("days of the week", reading.spoken)) {
            return reading.spoken;
        }
    }
    return {};
}

/// The index after the word and its full stop.
std::size_t after_stop(const Cursor& cursor, std::size_t word) {
    return word + (cursor.is_mark(word + 1, ".") && cursor.is_glued(word + 1) ? 2 : 1);
}

/// Two names with a dash between them.
struct NameRange {
    std::size_t first = 0;
    std::size_t dash = 0;
    std::size_t last = 0;
};

/// Mon–Fri: takes both days. The last full stop may also end the sentence.
bool take_days_of_week(Cursor& cursor, const NameRange& range) {
    const auto& language = cursor.language();
    const auto first = name_of_day(cursor.text(range.first), language);
    const auto last = first.empty() ? first : name_of_day(cursor.text(range.last), language);
    if (last.empty() || first == last) {
        return false;
    }
    cursor.take(Entry{first}, range.dash);
    cursor.take(Entry{language.phrase("range")}, range.last);
    const auto after = after_stop(cursor, range.last);
    return cursor.take(Entry{last}, cursor.has(after) ? after : range.last + 1);
}

/// Jan–Mar: takes the first month, and the second one unless a day or a year follows it.
bool take_months(Cursor& cursor, const NameRange& range) {
    const auto& language = cursor.language();
    const auto first = language.month(cursor.text(range.first));
    const auto last = first == 0 ? 0 : language.month(cursor.text(range.last));
    if (last == 0 || first == last || cursor.text(range.first) == language.month_name(first)) {
        return false;
    }
    const auto after = after_stop(cursor, range.last);
    cursor.take(Date{0, first, std::nullopt, false, true}, range.dash);
    cursor.take(Entry{language.phrase("range")}, range.last);
    return cursor.is_number(after) ||
           cursor.take(Date{0, last, std::nullopt, false, true}, cursor.has(after) ? after : range.last + 1);
}

} // namespace

bool recognise_name_range(Cursor& cursor) {
    NameRange range{cursor.index(), after_stop(cursor, cursor.index()), 0};
    range.last = range.dash + 1;
    const bool even = cursor.is_glued(range.dash) == cursor.is_glued(range.last);
    const bool goes_on = cursor.is_glued(range.last + 1) && cursor.is_dash(range.last + 1);
    return cursor.is_dash(range.dash) && cursor.is_word(range.last) && even && !goes_on &&
           (take_days_of_week(cursor, range) || take_months(cursor, range));
}

} // namespace recital
