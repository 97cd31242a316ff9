// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/times/time_of_day.h"

#include "text/classes/times/clock.h"
#include "text/classes/times/duration.h"
#include "text/language/character.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace recital {

namespace {

/// Whether a stop parts hours from minutes: the 7.45 train, at 8.30.
bool is_time_with_stop(const Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    constexpr unsigned five_minutes = 5;
    constexpr unsigned quarter_hour = 15;
    const auto number = cursor.number_of(cursor.text(here));
    if (here == 0 || number.fraction.size() != 2 || number.whole.empty() || number.whole.size() > 2 ||
        std::stoul(number.whole) >= hours_in_day || std::stoul(number.fraction) >= minutes_in_hour) {
        return false;
    }
    const auto before = here - 1;
    const auto next = here + 1;
    const bool determined = cursor.is_class(before, LexicalClass::determiner);
    const bool destination =
        language.lists("destinations", cursor.text(next)) && starts_upper(cursor.text(next + 1));
    const bool in_day =
        (cursor.text(next) == language.phrase("in") && cursor.is_class(next + 1, LexicalClass::determiner) &&
         cursor.is_class(next + 2, LexicalClass::day_part)) ||
        cursor.is_class(next, LexicalClass::day_part);
    if (in_day) { // 2.45 in the morning, 7.40 sharp
        return true;
    }
    if (determined &&
        (cursor.is_class(next, LexicalClass::timed_thing) || destination)) { // the 10.15 to Leeds
        return true;
    }
    const auto minutes = std::stoul(number.fraction);
    const bool quarter = minutes % quarter_hour == 0;
    const auto* first = cursor.last_token_but_one<Time>();
    const bool starts = language.lists("starts", cursor.text(before)) && quarter &&
                        cursor.text(next) == language.phrase("range") && cursor.is_number(next + 1) &&
                        cursor.number_of(cursor.text(next + 1)).fraction.size() == 2; // from 10.00 to 1.30
    const bool ends_range = first != nullptr && cursor.text(before) == language.phrase("range") && quarter;
    const bool called = cursor.text(before) == language.phrase("ordinal article") && before > 0 &&
                        cursor.is_class(before - 1, LexicalClass::preposition) && !cursor.is_word(next) &&
                        minutes % five_minutes == 0; // by the 9.10
    if (starts || ends_range || called) {
        return true;
    }
    const bool cued =
        cursor.is_class(before, LexicalClass::clock_cue) ||
        (cursor.is_class(before, LexicalClass::hour_cue) && cursor.is_class(next, LexicalClass::clock_cue));
    const bool ends = !cursor.has(next) || cursor.is_any_mark(next, {",", ".", ";", ")", "?", "!"}) ||
                      cursor.is_class(next, LexicalClass::preposition) ||
                      cursor.is_class(next, LexicalClass::conjunction) ||
                      cursor.is_class(next, LexicalClass::determiner);
    return cued && ends && minutes % five_minutes == 0 &&
           (language.unit(cursor.text(next)) == nullptr || cursor.text(next) == language.phrase("in"));
}

/// The "h" of 19:30h, 20:00 h
bool is_mark_of_hours(const Cursor& cursor, std::size_t index) {
    return cursor.is_mark(index, "h") && cursor.language().unit("h") != nullptr &&
           !(cursor.is_glued(index + 1) &&
             !cursor.is_any_mark(index + 1, {",", ".", ";", ":", ")", "!", "?"}));
}

} // namespace

bool recognise_time_by_letter(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    const auto hour = cursor.small_number(here);
    const auto minute = cursor.small_number(here + 2);
    const bool written = hour && cursor.is_mark(here + 1, "h") && cursor.is_glued(here + 1) && minute &&
                         cursor.is_glued(here + 2) && cursor.text(here + 2).size() == 2 &&
                         !(cursor.is_glued(here + 3) && cursor.is_word(here + 3));
    if (!written || here == 0 || *hour > hours_in_day || *minute >= minutes_in_hour ||
        language.unit("h") == nullptr) {
        return false;
    }
    const bool goes_on =
        cursor.text(here - 1) == language.phrase("range") && cursor.last_token_but_one<Time>() != nullptr;
    const bool cued = goes_on || cursor.is_class(here - 1, LexicalClass::clock_cue) ||
                      cursor.is_class(here - 1, LexicalClass::hour_cue) ||
                      (cursor.is_mark(here - 1, "(") && cursor.is_mark(here + 3, ")"));
    return cued && cursor.take(Time{*hour, *minute, std::nullopt, false}, here + 3);
}

bool recognise_military_time(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    constexpr unsigned hundred = 100;
    constexpr unsigned ten = 10;
    const auto* unit = language.unit("hr");
    const auto time = cursor.small_number(here);
    if (unit == nullptr || !time || cursor.text(here).size() != year_digits ||
        *time / hundred >= hours_in_day || *time % hundred >= minutes_in_hour) {
        return false;
    }
    const auto next = here + 1;
    const auto* following = language.unit(cursor.text(next));
    const bool named =
        cursor.is_word(next) && !cursor.is_glued(next) &&
        (cursor.text(next) == unit->many || (following != nullptr && following->many == unit->many));
    const bool cued =
        cursor.text(here)[0] == '0' || (here > 0 && cursor.is_class(here - 1, LexicalClass::hour_cue));
    if (!named || !cued || cursor.text(next + 1) == language.phrase("of")) {
        return false;
    }
    const auto begin = cursor.lexeme(here).begin;
    const auto end = cursor.lexeme(here).end();
    const auto say = [&](TokenClass part) { cursor.add(std::move(part), begin, end); };
    if (*time / hundred < ten) {
        say(Number{"0", {}, false, false});
    }
    say(Number{std::to_string(*time / hundred), {}, false, false});
    if (*time % hundred == 0) {
        say(Entry{language.phrase("hundred hours")});
    } else {
        say(*time % hundred < ten ? TokenClass(Entry{language.phrase("oh")}) : TokenClass(Silent{}));
        say(Number{std::to_string(*time % hundred), {}, false, false});
    }
    cursor.go_to(next);
    return cursor.take(UnitName{unit, false}, next + 1);
}

namespace {

/// A time as it is written, and the lexeme after it.
struct WrittenTime {
    Time time;
    std::size_t next = 0;
    bool colon = false; ///< 8:30
    bool stop = false;  ///< 8.30
};

/// 8.30, if what is around it shows that it is a time.
std::optional<WrittenTime> time_with_stop(const Cursor& cursor) {
    const auto written = cursor.text(cursor.index());
    const auto point = written.find('.');
    const std::size_t next = cursor.index() + 1;
    if (point > 2 || written.size() != point + 3 ||
        (after_half_day(cursor, next) == next && !is_time_with_stop(cursor))) {
        return std::nullopt;
    }
    const auto number = cursor.number_of(written);
    WrittenTime found{{}, next, false, true};
    found.time.hour = static_cast<unsigned>(std::stoul(number.whole));
    found.time.minute = static_cast<unsigned>(std::stoul(number.fraction));
    return found;
}

/// The figures of the minutes or seconds after a colon at the index.
std::optional<unsigned> after_colon(const Cursor& cursor, std::size_t colon) {
    return cursor.is_mark(colon, ":") && cursor.is_glued(colon) && cursor.is_glued(colon + 1)
               ? cursor.small_number(colon + 1)
               : std::nullopt;
}

/// 8, 8:30, 8:30:15
std::optional<WrittenTime> time_with_colons(const Cursor& cursor) {
    const std::size_t here = cursor.index();
    const auto written = cursor.text(here);
    const auto hour = written.find('.') == std::string_view::npos ? cursor.small_number(here) : std::nullopt;
    if (!hour || written.size() > 2) {
        return std::nullopt;
    }
    WrittenTime found{{}, here + 1, false, false};
    found.time.hour = *hour;
    const auto minute = after_colon(cursor, found.next);
    if (!minute || cursor.text(found.next + 1).size() != 2) {
        return found;
    }
    found.time.minute = *minute;
    found.colon = true;
    found.next += 2;
    const auto second = after_colon(cursor, found.next);
    if (second && *second < minutes_in_hour) {
        found.time.second = second;
        found.next += 2;
    }
    return found;
}

} // namespace

bool recognise_time_of_day(Cursor& cursor) {
    const auto& language = cursor.language();
    auto found = time_with_stop(cursor);
    found = found ? found : time_with_colons(cursor);
    if (!found || found->time.hour > hours_in_day || found->time.minute >= minutes_in_hour) {
        return false;
    }
    auto& time = found->time;
    const auto next = found->next;
    if (recognise_running_time(cursor, time, next)) {
        return true;
    }
    if (found->colon && is_mark_of_hours(cursor, next)) {
        return cursor.take(time, next + 1);
    }
    const auto after = after_half_day(cursor, next);
    time.half_day = after != next;
    if (time.minute == 0 &&
        cursor.is_any_mark(next, {language.phrase("noon"), language.phrase("midnight")})) {
        time.half_day = true;
        return found->colon && cursor.take(time, next);
    }
    if (!time.half_day) {
        return (found->colon || found->stop) && cursor.take(time, next);
    }
    cursor.take(time, next);
    return cursor.take(Letters{cursor.span(next, after), false}, after);
}

void verbalize(const Time& time, Verbalization& speech) {
    speech.cardinal(time.hour);
    if (time.minute == 0 && !time.second) {
        if (!time.half_day) {
            speech.phrase("o'clock");
        }
        return;
    }
    if (time.minute < 10) {
        speech.phrase("oh");
    } else {
        speech.phrase("hour and");
    }
    speech.cardinal(time.minute);
    if (time.second) {
        speech.phrase("and");
        speech.cardinal(*time.second);
        speech.phrase(*time.second == 1 ? "second" : "seconds");
    }
}

} // namespace recital
