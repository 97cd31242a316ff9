// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/times/weekday.h"

#include <cstddef>
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

} // namespace

bool recognise_days_of_week(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    const auto dash = after_stop(cursor, here);
    const auto last = dash + 1;
    const bool even = cursor.is_glued(dash) == cursor.is_glued(last);
    if (!cursor.is_dash(dash) || !cursor.is_word(last) || !even) {
        return false;
    }
    const auto first_day = name_of_day(cursor.text(here), language);
    const auto last_day = first_day.empty() ? first_day : name_of_day(cursor.text(last), language);
    if (last_day.empty() || first_day == last_day ||
        (cursor.is_glued(last + 1) && cursor.is_dash(last + 1))) {
        return false;
    }
    cursor.take(Entry{first_day}, dash);
    cursor.take(Entry{language.phrase("range")}, last);
    // The last full stop may also end the sentence.
    const auto after = after_stop(cursor, last);
    return cursor.take(Entry{last_day}, cursor.has(after) ? after : last + 1);
}

} // namespace recital
