// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/times/duration.h"

#include "text/classes/times/clock.h"
#include "text/tokens/phrase.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace recital {

bool recognise_running_time(Cursor& cursor, const Time& time, std::size_t after) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    constexpr unsigned max_hours = 10;
    const auto* hour = language.unit("hr");
    const auto* minute = language.unit("min");
    const auto* second = language.unit("sec");
    const bool clock = here > 0 && cursor.is_class(here - 1, LexicalClass::hour_cue) &&
                       !cursor.is_class(here - 1, LexicalClass::conjunction); // "after 1:05:10" is a length
    if (hour == nullptr || minute == nullptr || second == nullptr || !time.second || time.hour >= max_hours ||
        cursor.text(here).size() > 1 || clock || after_half_day(cursor, after) != after) {
        return false;
    }
    const auto begin = cursor.lexeme(here).begin;
    const auto end = cursor.lexeme(after - 1).end();
    const auto say = [&](unsigned value, const Unit* unit) {
        if (value != 0) {
            cursor.add(Number{std::to_string(value), {}, false, false}, begin, end);
            cursor.add(UnitName{unit, value == 1}, begin, end);
        }
    };
    say(time.hour, hour);
    say(time.minute, minute);
    say(*time.second, second);
    return cursor.go_to(after);
}

bool recognise_minutes_and_seconds(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    const auto minutes = cursor.small_number(here);
    const auto colon = here + 1;
    const auto seconds = cursor.small_number(colon + 1);
    const auto after = colon + 2;
    const auto* minute = language.unit("min");
    const auto* second = language.unit("sec");
    if (minute == nullptr || second == nullptr || !minutes || !seconds || !cursor.is_mark(colon, ":") ||
        !cursor.is_glued(colon) || !cursor.is_glued(colon + 1) || cursor.text(colon + 1).size() != 2 ||
        *seconds >= minutes_in_hour || cursor.text(here).size() > 2 || cursor.is_mark(after, ":")) {
        return false;
    }
    const bool cued = cursor.is_class(after, LexicalClass::lasting) || follows_lasting(cursor, here);
    if (!cued || after_half_day(cursor, after) != after) {
        return false;
    }
    const auto say = [&](unsigned value, const Unit* unit, std::size_t next) {
        cursor.take(value == 0 ? TokenClass(Silent{})
                               : TokenClass(cursor.number_of(cursor.text(cursor.index()))),
                    cursor.index() + 1);
        cursor.take(value == 0 ? TokenClass(Silent{}) : TokenClass(UnitName{unit, value == 1}), next);
    };
    say(*minutes, minute, colon + 1);
    cursor.add(*seconds == 0 ? TokenClass(Silent{})
                             : TokenClass(Number{std::to_string(*seconds), {}, false, false}),
               cursor.lexeme(colon + 1).begin, cursor.lexeme(colon + 1).end());
    return cursor.take(*seconds == 0 ? TokenClass(Silent{}) : TokenClass(UnitName{second, *seconds == 1}),
                       after);
}

bool recognise_seconds(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    const auto* second = language.unit("sec");
    const auto* minute = language.unit("min");
    const auto next = here + 1;
    const auto after = here + 2;
    const bool attached = here > 0 && cursor.is_glued(here) && !cursor.is_mark(here - 1, "("); // CRC32s
    if (second == nullptr || minute == nullptr || here == 0 || attached || !cursor.small_number(here) ||
        cursor.text(here).size() > 2 || cursor.text(next) != "s" || !cursor.is_glued(next) ||
        (cursor.is_glued(after) && cursor.is_word(after))) {
        return false;
    }
    const auto before = here - 1;
    const auto* unit = cursor.last_token<UnitName>();
    const bool enclosed = cursor.is_mark(before, "(") && cursor.is_mark(after, ")");
    const bool ends = !cursor.has(after) || cursor.is_any_mark(after, {",", ";", "."});
    const bool listed = cursor.is_dash(before) && cursor.lexeme(before).spaced &&
                        cursor.lexeme(here).spaced && ends && before > 0 && cursor.is_word(before - 1) &&
                        cursor.text(before - 1) != "s";
    const bool goes_on = unit != nullptr && unit->unit->many == minute->many;
    const bool dated =
        cursor.is_class(before, LexicalClass::determiner) ||
        (cursor.is_class(before, LexicalClass::year_cue) && !cursor.is_class(before, LexicalClass::hour_cue));
    const bool of = cursor.text(after) == language.phrase("of") && !dated;
    const bool lasts = cursor.is_class(before, LexicalClass::lasting) && !cursor.is_word(after);
    const auto seconds = *cursor.small_number(here);
    const bool disc = seconds == 16 || seconds == 33 || seconds == 45 || seconds == 78;
    const bool gap =
        cursor.text(before) == language.phrase("of") && !disc &&
        (seconds % 10 != 0 || language.lists("timed clips", cursor.text(before - 1))); // a fade of 12s
    const bool since = language.lists("before lengths", cursor.text(before)) && !is_noun(cursor, after);
    const bool clip = language.lists("timed clips", cursor.text(after));
    if (!(enclosed || listed || goes_on || of || lasts || gap || since || clip)) {
        return false;
    }
    const bool one = seconds == 1 || clip;
    cursor.take(cursor.number_of(cursor.text(cursor.index())), next);
    return cursor.take(UnitName{second, one}, after);
}

bool recognise_duration_by_letters(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    constexpr std::array<std::string_view, 3> letters{"h", "m", "s"};
    constexpr std::array<std::string_view, 3> units{"h", "min", "sec"};
    std::size_t after = here;
    std::size_t parts = 0;
    for (std::size_t part = 0; part < letters.size(); ++part) {
        const bool word_goes_on = cursor.is_glued(after + 2) && cursor.is_word(after + 2);
        if (cursor.small_number(after) && cursor.is_glued(after + 1) &&
            cursor.text(after + 1) == letters.at(part) && !word_goes_on &&
            language.unit(units.at(part)) != nullptr) {
            after += 2;
            ++parts;
        }
    }
    if (parts < 2) {
        return false;
    }
    while (cursor.index() < after) {
        const auto part =
            std::find(letters.begin(), letters.end(), cursor.text(cursor.index() + 1)) - letters.begin();
        const bool one = *cursor.small_number(cursor.index()) == 1;
        cursor.take(cursor.number_of(cursor.text(cursor.index())), cursor.index() + 1);
        cursor.take(UnitName{language.unit(units.at(static_cast<std::size_t>(part))), one},
                    cursor.index() + 1);
    }
    return true;
}

bool recognise_duration_by_primes(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    constexpr unsigned inches_in_foot = 12;
    const auto next = here + 1;
    const auto seconds = cursor.small_number(next + 1);
    const bool minutes = cursor.is_any_mark(next, {"'", "’", "′"}) && cursor.is_glued(next) && seconds &&
                         cursor.is_glued(next + 1);
    const auto* minute = language.unit("min");
    const auto* second = language.unit("sec");
    if (!minutes || !cursor.small_number(here) || *seconds < inches_in_foot || minute == nullptr ||
        second == nullptr) {
        return false;
    }
    const bool closed = cursor.is_any_mark(next + 2, {"\"", "”", "″"}) && cursor.is_glued(next + 2);
    const bool one = *cursor.small_number(here) == 1;
    cursor.take(cursor.number_of(cursor.text(cursor.index())), cursor.index() + 1);
    cursor.take(UnitName{minute, one}, cursor.index() + 1);
    cursor.take(cursor.number_of(cursor.text(cursor.index())), cursor.index() + 1);
    return !closed || cursor.take(UnitName{second, false}, cursor.index() + 1);
}

} // namespace recital
