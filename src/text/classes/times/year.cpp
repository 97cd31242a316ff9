// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/times/year.h"

#include "text/classes/measures/inch_mark.h"
#include "text/classes/times/date_parts.h"
#include "text/classes/times/decade.h"
#include "text/tokens/phrase.h"

#include <cstddef>
#include <string>

namespace recital {

namespace {

constexpr unsigned latest_year = 2099;

/// Whether the number of four digits counts something rather than names a year.
bool is_count(const Cursor& cursor, std::size_t index) {
    const bool before_noun = cursor.is_class(index + 1, LexicalClass::count_noun);
    const bool hyphen =
        cursor.is_mark(index + 1, "-") && cursor.is_glued(index + 1) && cursor.is_glued(index + 2);
    if (index == 0) {
        return before_noun || (is_plural(cursor, index + 1) && *cursor.small_number(index) % 100 == 0) ||
               (hyphen && cursor.is_class(index + 2, LexicalClass::count_noun));
    }
    if (cursor.is_class(index - 1, LexicalClass::count_cue)) {
        return true;
    }
    if (before_noun || (hyphen && cursor.is_class(index + 2, LexicalClass::count_noun))) {
        return true;
    }
    const auto before = cursor.word_before(index);
    const bool year_before = cursor.is_class(before, LexicalClass::year_cue) ||
                             cursor.is_class(before, LexicalClass::determiner) ||
                             cursor.is_kind(index - 1, LexemeKind::possessive) ||
                             cursor.language().month(cursor.text(before)) != 0;
    return is_plural(cursor, index + 1) && !year_before;
}

} // namespace

bool is_year(const Cursor& cursor, std::size_t index) {
    const auto number = cursor.small_number(index);
    if (!number || cursor.text(index).size() != year_digits || *number < earliest_year) {
        return false;
    }
    const auto year = cursor.language().phrase("year"); // in the year 2525
    const bool called = !year.empty() && index > 0 && cursor.text(index - 1) == year;
    return called || (*number <= latest_year && !is_count(cursor, index));
}

bool recognise_year(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    const auto before = cursor.word_before(here);
    const bool numbered = here > 0 && cursor.is_glued(here) && cursor.is_word(here - 1) &&
                          cursor.last_token<Entry>() == nullptr; // c1500
    if (!is_year(cursor, here) || numbered ||
        (before != here && cursor.text(before) == language.phrase("number sign"))) {
        return false;
    }
    const auto next = here + 1;
    const bool unit_follows = cursor.is_glued(next) && language.unit(cursor.text(next)) != nullptr &&
                              !closes_quotation(cursor, next);
    const bool spaced_unit = cursor.is_word(next) && cursor.text(next).size() > 1 &&
                             language.unit(cursor.text(next)) != nullptr &&
                             cursor.text(next) != language.phrase("in");
    return !unit_follows && !spaced_unit && cursor.take(Year{*cursor.small_number(here), false}, next);
}

bool recognise_short_year(Cursor& cursor) {
    const std::size_t here = cursor.index();
    constexpr std::size_t digits = 2;
    const bool apostrophe = cursor.is_any_mark(here, {"'", "’", "‘"}) && cursor.is_glued(here + 1);
    const auto year = cursor.small_number(here + 1);
    if (!apostrophe || !year || cursor.text(here + 1).size() != digits) {
        return false;
    }
    const bool ending = cursor.is_kind(here + 2, LexemeKind::possessive) || cursor.text(here + 2) == "s";
    if (cursor.is_glued(here + 2) && ending && *year % 10 == 0) {
        return cursor.take(Decade{*year == 0 ? this_century : *year}, here + 3);
    }
    if (cursor.is_glued(here + 2) && cursor.text(here + 2) == "s") { // '78s
        return cursor.take(Number{std::to_string(*year), {}, false, true}, here + 3);
    }
    const bool quoted = cursor.is_any_mark(here + 2, {"'", "’"}) && cursor.is_glued(here + 2);
    return !quoted && cursor.take(Year{*year, true}, here + 2);
}

bool recognise_doubtful_year(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    const auto glued_dash = [&](std::size_t index) {
        return cursor.is_dash(index) && cursor.is_glued(index);
    };
    if (cursor.is_mark(here, "?") && here > 0 && cursor.is_number(here - 1) && cursor.is_glued(here) &&
        (glued_dash(here + 1) || cursor.is_any_mark(here + 1, {")", ","}))) {
        cursor.take(Silent{}, cursor.index() + 1);
        return !cursor.is_dash(cursor.index()) || !cursor.is_number(cursor.index() + 1) ||
               cursor.take(Entry{language.phrase("range")}, cursor.index() + 1);
    }
    const bool opens = here == 0 || cursor.is_mark(here - 1, "(");
    if (cursor.is_mark(here, "?") && (glued_dash(here + 1) || (opens && cursor.is_dash(here + 1))) &&
        cursor.is_number(here + 2)) {
        cursor.take(Entry{language.phrase("unknown")}, cursor.index() + 1);
        return cursor.take(Entry{language.phrase("range")}, cursor.index() + 1);
    }
    if (cursor.is_dash(here) && here > 0 && cursor.is_number(here - 1) && cursor.is_mark(here + 1, "?") &&
        (cursor.is_glued(here) || cursor.is_mark(here + 2, ")"))) {
        cursor.take(Entry{language.phrase("range")}, cursor.index() + 1);
        return cursor.take(Entry{language.phrase("unknown")}, cursor.index() + 1);
    }
    return false;
}

bool recognise_life_mark(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const bool birth = cursor.is_mark(here, "*");
    if (!birth && !cursor.is_mark(here, "†")) {
        return false;
    }
    const auto& language = cursor.language();
    const auto word = language.phrase(birth ? "born" : "died");
    const auto next = here + 1;
    const bool date =
        is_year(cursor, next) || (day_at(cursor, next) && after_month(cursor, next + 1) != next + 1);
    const bool enclosed = here > 0 && cursor.is_any_mark(here - 1, {"(", ",", ";", "–", "-"});
    return date && enclosed && !word.empty() && cursor.take(Entry{word}, next);
}

void verbalize(const Year& year, Verbalization& speech) {
    if (year.two_digits && year.number < 10) {
        speech.phrase("oh");
    }
    speech.say(speech.language().numbers().in_words(year.number, NumberForm::year));
}

} // namespace recital
