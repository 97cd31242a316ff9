// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language/character.h"
#include "text/tokens/classifier.h"

#include <string>
#include <utility>

namespace recital {

namespace {

constexpr unsigned hours_in_day = 24;
constexpr unsigned minutes_in_hour = 60;

} // namespace

/// The index after "a.m.", "pm", "P. M."; the index itself if there is none. Without stops it may be a word
/// of the language, as "am" is in German.
std::size_t Classifier::after_half_day(std::size_t index) const {
    const auto small = [](std::string_view word) {
        return std::string_view(word == "A" || word == "a" ? "a" : word == "P" || word == "p" ? "p" : "");
    };
    const auto word = text(index);
    if (language_.lists("half days", word)) {
        return index + 1;
    }
    const bool dotted = !small(word).empty() && is_mark(index + 1, ".") && is_glued(index + 1) &&
                        (is_mark(index + 2, "m") || is_mark(index + 2, "M"));
    if (!dotted) {
        return index;
    }
    // The last full stop also ends the sentence.
    const bool stop = is_mark(index + 3, ".") && lexeme(index + 4) != nullptr;
    return index + (stop ? 4 : 3);
}

/// Whether a stop parts hours from minutes: the 7.45 train, at 8.30.
bool Classifier::is_time_with_stop() const {
    constexpr unsigned five_minutes = 5;
    constexpr unsigned quarter_hour = 15;
    const auto number = number_of(text(index_));
    if (index_ == 0 || number.fraction.size() != 2 || number.whole.empty() || number.whole.size() > 2 ||
        std::stoul(number.whole) >= hours_in_day || std::stoul(number.fraction) >= minutes_in_hour) {
        return false;
    }
    const auto before = index_ - 1;
    const auto next = index_ + 1;
    const bool determined = is_class(before, LexicalClass::determiner);
    const bool destination = language_.lists("destinations", text(next)) && starts_upper(text(next + 1));
    const bool in_day =
        (text(next) == language_.phrase("in") && is_class(next + 1, LexicalClass::determiner) &&
         is_class(next + 2, LexicalClass::day_part)) ||
        is_class(next, LexicalClass::day_part);
    if (in_day) { // 2.45 in the morning, 7.40 sharp
        return true;
    }
    if (determined && (is_class(next, LexicalClass::timed_thing) || destination)) { // the 10.15 to Leeds
        return true;
    }
    const auto minutes = std::stoul(number.fraction);
    const bool quarter = minutes % quarter_hour == 0;
    const auto* first =
        tokens_.size() > 1 ? std::get_if<Time>(&tokens_[tokens_.size() - 2].token_class) : nullptr;
    const bool starts = language_.lists("starts", text(before)) && quarter &&
                        text(next) == language_.phrase("range") && is_number(next + 1) &&
                        number_of(text(next + 1)).fraction.size() == 2; // from 10.00 to 1.30
    const bool ends_range = first != nullptr && text(before) == language_.phrase("range") && quarter;
    const bool called = text(before) == language_.phrase("ordinal article") && before > 0 &&
                        is_class(before - 1, LexicalClass::preposition) && !is_word(next) &&
                        minutes % five_minutes == 0; // by the 9.10
    if (starts || ends_range || called) {
        return true;
    }
    const bool cued = is_class(before, LexicalClass::clock_cue) ||
                      (is_class(before, LexicalClass::hour_cue) && is_class(next, LexicalClass::clock_cue));
    const bool ends = lexeme(next) == nullptr || is_any_mark(next, {",", ".", ";", ")", "?", "!"}) ||
                      is_class(next, LexicalClass::preposition) ||
                      is_class(next, LexicalClass::conjunction) || is_class(next, LexicalClass::determiner);
    return cued && ends && minutes % five_minutes == 0 &&
           (language_.unit(text(next)) == nullptr || text(next) == language_.phrase("in"));
}

/// At 1400 hours, by 0830 hrs
bool Classifier::read_military_time() {
    constexpr unsigned hundred = 100;
    constexpr unsigned ten = 10;
    const auto* unit = language_.unit("hr");
    const auto time = small_number(index_);
    if (unit == nullptr || !time || text(index_).size() != year_digits || *time / hundred >= hours_in_day ||
        *time % hundred >= minutes_in_hour) {
        return false;
    }
    const auto next = index_ + 1;
    const auto* following = language_.unit(text(next));
    const bool named = is_word(next) && !is_glued(next) &&
                       (text(next) == unit->many || (following != nullptr && following->many == unit->many));
    const bool cued = text(index_)[0] == '0' || (index_ > 0 && is_class(index_ - 1, LexicalClass::hour_cue));
    if (!named || !cued || text(next + 1) == language_.phrase("of")) {
        return false;
    }
    const auto begin = lexemes_[index_].begin;
    const auto end = lexemes_[index_].end();
    const auto say = [&](TokenClass part) { tokens_.push_back({std::move(part), begin, end}); };
    if (*time / hundred < ten) {
        say(Number{"0", {}, false, false});
    }
    say(Number{std::to_string(*time / hundred), {}, false, false});
    if (*time % hundred == 0) {
        say(Entry{language_.phrase("hundred hours")});
    } else {
        say(*time % hundred < ten ? TokenClass(Entry{language_.phrase("oh")}) : TokenClass(Silent{}));
        say(Number{std::to_string(*time % hundred), {}, false, false});
    }
    index_ = next;
    return take(UnitName{unit, false}, next + 1);
}

/// It runs 1:02:33: a length, unless it follows "at" or has too many hours for one.
bool Classifier::read_running_time(const Time& time, std::size_t after) {
    constexpr unsigned most_hours = 10;
    const auto* hour = language_.unit("hr");
    const auto* minute = language_.unit("min");
    const auto* second = language_.unit("sec");
    const bool clock = index_ > 0 && is_class(index_ - 1, LexicalClass::hour_cue) &&
                       !is_class(index_ - 1, LexicalClass::conjunction); // "after 1:05:10" is a length
    if (hour == nullptr || minute == nullptr || second == nullptr || !time.second ||
        time.hour >= most_hours || text(index_).size() > 1 || clock || after_half_day(after) != after) {
        return false;
    }
    const auto begin = lexemes_[index_].begin;
    const auto end = lexemes_[after - 1].end();
    const auto say = [&](unsigned value, const Unit* unit) {
        if (value != 0) {
            tokens_.push_back({Number{std::to_string(value), {}, false, false}, begin, end});
            tokens_.push_back({UnitName{unit, value == 1}, begin, end});
        }
    };
    say(time.hour, hour);
    say(time.minute, minute);
    say(*time.second, second);
    index_ = after;
    return true;
}

/// It lasts 4:33, a running time of 42:18: minutes and seconds.
bool Classifier::read_minutes_and_seconds() {
    constexpr std::size_t near = 4;
    const auto minutes = small_number(index_);
    const auto colon = index_ + 1;
    const auto seconds = small_number(colon + 1);
    const auto after = colon + 2;
    const auto* minute = language_.unit("min");
    const auto* second = language_.unit("sec");
    if (minute == nullptr || second == nullptr || !minutes || !seconds || !is_mark(colon, ":") ||
        !is_glued(colon) || !is_glued(colon + 1) || text(colon + 1).size() != 2 ||
        *seconds >= minutes_in_hour || text(index_).size() > 2 || is_mark(after, ":")) {
        return false;
    }
    bool cued = is_class(after, LexicalClass::lasting);
    for (std::size_t back = 1; !cued && back <= near && back <= index_; ++back) {
        const auto before = text(index_ - back);
        cued = is_class(index_ - back, LexicalClass::lasting);
        if (!cued && before != ":" && before != "(" && before != language_.phrase("of") &&
            !language_.is(before, LexicalClass::finite_verb)) {
            break;
        }
    }
    if (!cued || after_half_day(after) != after) {
        return false;
    }
    const auto say = [&](unsigned value, const Unit* unit, std::size_t next) {
        take(value == 0 ? TokenClass(Silent{}) : TokenClass(number_of(text(index_))), index_ + 1);
        take(value == 0 ? TokenClass(Silent{}) : TokenClass(UnitName{unit, value == 1}), next);
    };
    say(*minutes, minute, colon + 1);
    tokens_.push_back({*seconds == 0 ? TokenClass(Silent{})
                                     : TokenClass(Number{std::to_string(*seconds), {}, false, false}),
                       lexemes_[index_].begin, lexemes_[index_].end()});
    return take(*seconds == 0 ? TokenClass(Silent{}) : TokenClass(UnitName{second, *seconds == 1}), after);
}

/// 8:30, 01:00, 13:45:10, 8.30 p.m., 7 pm
bool Classifier::read_time() {
    if (read_military_time() || read_minutes_and_seconds()) {
        return true;
    }
    const auto written = text(index_);
    const auto point = written.find('.');
    const auto hour = point == std::string_view::npos ? small_number(index_) : std::nullopt;
    std::size_t next = index_ + 1;
    Time time;
    const bool parted = point <= 2 && written.size() == point + 3;
    if (parted && (after_half_day(next) != next || is_time_with_stop())) {
        const auto number = number_of(written);
        time.hour = static_cast<unsigned>(std::stoul(number.whole));
        time.minute = static_cast<unsigned>(std::stoul(number.fraction));
    } else if (hour && written.size() <= 2) {
        time.hour = *hour;
        const auto minute = small_number(next + 1);
        if (is_mark(next, ":") && is_glued(next) && minute && is_glued(next + 1) &&
            text(next + 1).size() == 2) {
            time.minute = *minute;
            next += 2;
            const auto second = small_number(next + 1);
            if (is_mark(next, ":") && is_glued(next) && second && is_glued(next + 1) &&
                *second < minutes_in_hour) {
                time.second = second;
                next += 2;
            }
        }
    } else {
        return false;
    }
    if (time.hour > hours_in_day || time.minute >= minutes_in_hour) {
        return false;
    }
    if (read_running_time(time, next)) {
        return true;
    }
    const auto after = after_half_day(next);
    time.half_day = after != next;
    if (time.minute == 0 && is_any_mark(next, {language_.phrase("noon"), language_.phrase("midnight")})) {
        time.half_day = true;
        return next != index_ + 1 && take(time, next);
    }
    if (!time.half_day) {
        return (next != index_ + 1 || parted) && take(time, next);
    }
    take(time, next);
    return take(Letters{span(next, after), false}, after);
}

} // namespace recital
