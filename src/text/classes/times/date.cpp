// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/times/date.h"

#include "base/strings.h"
#include "text/classes/times/date_parts.h"
#include "text/classes/times/days_of_month.h"
#include "text/classes/times/year.h"
#include "text/tokens/phrase.h"

#include <cstddef>
#include <string_view>

namespace recital {

bool recognise_date_from_day(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    const auto number = day_at(cursor, here);
    if (!number) {
        return false;
    }
    std::size_t next = here + 1;
    if (cursor.is_glued(next) && cursor.language().is_ordinal_ending(cursor.text(next))) {
        ++next;
    }
    if (cursor.text(next) == language.phrase("of")) {
        ++next;
    }
    const auto after = cursor.is_glued(next) ? next : after_month(cursor, next);
    if (after == next) {
        return false;
    }
    const unsigned month = language.possible_month(cursor.text(next));
    const bool doubtful =
        cursor.is_class(next, LexicalClass::ordinary_word) && cursor.text(next - 1) != language.phrase("of");
    const bool article = takes_article(cursor, here);
    std::size_t year = cursor.is_mark(after, ",") ? after + 1 : after;
    if (cursor.text(year) == language.phrase("of")) {
        ++year;
    }
    if (cursor.small_number(year) && cursor.text(year).size() == year_digits && !cursor.is_glued(year)) {
        return cursor.take(Date{*number, month, *cursor.small_number(year), true, article}, year + 1);
    }
    return !doubtful && cursor.take(Date{*number, month, std::nullopt, true, article}, after);
}

namespace {

bool is_full_year(const Cursor& cursor, std::size_t index) {
    return cursor.small_number(index) && cursor.text(index).size() == year_digits && !cursor.is_glued(index);
}

/// A month at the cursor.
struct MonthPlace {
    unsigned month = 0;
    std::size_t after = 0; ///< the month and its full stop
    bool doubtful = false; ///< "may" or "march", also another word
};

/// May 1960, May of 1960, May, 1960
bool take_month_and_year(Cursor& cursor, const MonthPlace& place) {
    const auto next = place.after;
    std::size_t year = cursor.text(next) == cursor.language().phrase("of") ? next + 1 : next;
    year = cursor.is_mark(next, ",") && is_full_year(cursor, next + 1) ? next + 1 : year;
    return is_full_year(cursor, year) && !place.doubtful &&
           cursor.take(Date{0, place.month, *cursor.small_number(year), false, true}, year + 1);
}

/// Jan-1920, Jan-15-1920; `number` is after the first hyphen.
bool take_hyphenated(Cursor& cursor, const MonthPlace& place, std::size_t number) {
    if (is_year(cursor, number)) {
        return cursor.take(Date{0, place.month, *cursor.small_number(number), false, true}, number + 1);
    }
    const auto last = number + 2;
    return day_at(cursor, number) && cursor.is_mark(number + 1, "-") && cursor.is_glued(number + 1) &&
           cursor.is_glued(last) && cursor.small_number(last) && cursor.text(last).size() == year_digits &&
           cursor.take(Date{*day_at(cursor, number), place.month, *cursor.small_number(last), false, true},
                       last + 1);
}

/// In May, in Nov.
bool take_month(Cursor& cursor, const MonthPlace& place) {
    const std::size_t here = cursor.index();
    const bool full = cursor.text(here) == cursor.language().month_name(place.month);
    const bool ends = cursor.is_mark(here + 1, ".") && !cursor.has(here + 2);
    return (full || ends || place.after > here + 1) && !place.doubtful &&
           cursor.take(Date{0, place.month, std::nullopt, false, true}, place.after);
}

/// May 3, Feb. 3d, 1960, "May 3 and 4, 1960"
bool take_month_and_day(Cursor& cursor, const MonthPlace& place, std::size_t number) {
    const auto ending = cursor.language().ordinal_ending(cursor.text(number + 1));
    const bool ordinal = cursor.is_glued(number + 1) && ending && *ending != OrdinalForm::plural; // Feb. 3d
    const auto next = number + (ordinal ? 2U : 1U);
    const auto year = cursor.is_mark(next, ",") ? next + 1 : next;
    const auto day = *day_at(cursor, number);
    if (is_full_year(cursor, year)) {
        return cursor.take(Date{day, place.month, *cursor.small_number(year), false, true}, year + 1);
    }
    if (!ordinal && place.doubtful) {
        return false;
    }
    cursor.take(Date{day, place.month, std::nullopt, false, true}, next);
    // Not "On May 3 and 4 other days".
    const auto after = after_more_days(cursor, next);
    const bool days = after != next && !is_plural(cursor, after) && !is_plural(cursor, after + 1) &&
                      (!cursor.is_glued(after) || cursor.lexeme(after).kind == LexemeKind::mark);
    return !days || take_days(cursor, after, false);
}

} // namespace

bool recognise_date_from_month(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    if (!cursor.is_current(LexicalClass::month)) {
        return false;
    }
    MonthPlace place{language.possible_month(cursor.text(here)), after_month(cursor, here), false};
    place.doubtful = cursor.is_current(LexicalClass::ordinary_word) && place.after == here + 1;
    const auto next = place.after;
    const bool hyphen = cursor.is_mark(next, "-") && cursor.is_glued(next) && cursor.is_glued(next + 1);
    const std::size_t number = hyphen ? next + 1 : next;
    if (take_month_and_year(cursor, place) || (hyphen && take_hyphenated(cursor, place, number))) {
        return true;
    }
    const bool counted =
        cursor.is_word(number + 1) && language.is(cursor.text(number + 1), LexicalClass::magnitude);
    const bool day = day_at(cursor, number) && !language.day_comes_first() && !counted &&
                     (!cursor.is_glued(number) || hyphen);
    return day ? take_month_and_day(cursor, place, number) : take_month(cursor, place);
}

namespace {

constexpr std::uint64_t century = 100;

/// Says a pattern of words and {parts} of the date.
void fill(Verbalization& speech, std::string_view pattern, const Date& date) {
    while (!pattern.empty()) {
        const auto word = cut_front(pattern, ' ');
        if (word == "{article}") {
            speech.say(date.article ? speech.language().phrase("ordinal article") : std::string_view{});
        } else if (word == "{ordinal}") {
            speech.say(speech.language().numbers().in_words(date.day, NumberForm::ordinal));
        } else if (word == "{cardinal}" && date.day == 1 && !speech.language().phrase("first day").empty()) {
            speech.phrase("first day");
        } else if (word == "{cardinal}") {
            speech.cardinal(date.day);
        } else if (word == "{month}") {
            speech.say(speech.language().month_name(date.month));
        } else if (word == "{year}") {
            verbalize(Year{date.year.value_or(0), date.year.value_or(century) < century}, speech);
        } else {
            speech.say(word);
        }
    }
}

} // namespace

void verbalize(const Date& date, Verbalization& speech) {
    if (date.day == 0) {
        speech.say(speech.language().month_name(date.month));
    } else {
        fill(speech, speech.language().phrase(date.day_first ? "day first" : "month first"), date);
    }
    if (date.year) {
        if (date.day != 0 && !date.day_first) {
            speech.mark(',');
        }
        fill(speech, speech.language().phrase("year of date"), date);
    }
}

} // namespace recital
