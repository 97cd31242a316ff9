// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language/character.h"
#include "text/tokens/classifier.h"

#include <algorithm>
#include <string>
#include <utility>

namespace recital {

namespace {

constexpr unsigned max_days = 31;
constexpr unsigned months_in_year = 12;

} // namespace

/// The day of a month at the index; the ending of an ordinal is a separate lexeme.
std::optional<unsigned> Classifier::day(std::size_t index) const {
    const auto number = small_number(index);
    return number && *number >= 1 && *number <= max_days && text(index).size() <= 2 ? number : std::nullopt;
}

/// The index after the month's name and its full stop; the index itself if there is no month.
std::size_t Classifier::after_month(std::size_t index) const {
    const unsigned month = is_word(index) ? language_.possible_month(text(index)) : 0;
    if (month == 0) {
        return index;
    }
    const bool stop = is_mark(index + 1, ".") && is_glued(index + 1) &&
                      text(index) != language_.month_name(month) && lexeme(index + 2) != nullptr;
    return index + (stop ? 2 : 1);
}

/// The year of which a date has the last two digits: 67 is 1967, 14 is 2014 but of a birth.
unsigned Classifier::full_year(unsigned last_digits) const {
    constexpr unsigned this_century = 2000;
    constexpr unsigned last_century = 1900;
    constexpr unsigned latest = 26;
    const bool birth = language_.lists("births", text(word_before(index_))) && index_ > 0;
    return last_digits + (last_digits <= latest && !birth ? this_century : last_century);
}

/// 1969-08-15, 2016/07/03; 15.01.2020, 12/05/1840
bool Classifier::read_numeric_date() {
    if (read_roman_month() || read_month_and_day() || read_month_and_year() || read_hyphenated_date()) {
        return true;
    }
    const auto first = small_number(index_);
    const auto second = small_number(index_ + 2);
    const auto third = small_number(index_ + 4);
    const bool same_marks = is_any_mark(index_ + 1, {"-", "/", "."}) && text(index_ + 1) == text(index_ + 3);
    const bool glued =
        is_glued(index_ + 1) && is_glued(index_ + 2) && is_glued(index_ + 3) && is_glued(index_ + 4);
    if (!first || !second || !third || !same_marks || !glued) {
        return false;
    }
    if (text(index_).size() == year_digits && day(index_ + 4) && *second >= 1 && *second <= months_in_year) {
        return take(Date{*third, *second, *first, language_.day_comes_first(), true}, index_ + 5);
    }
    // 13/7/85, and 13.7.85 if it cannot be a version number.
    const bool short_year = text(index_ + 4).size() == 2 && (is_mark(index_ + 1, "/") || *third > max_days);
    if ((text(index_ + 4).size() != year_digits && !short_year) || !day(index_) || !day(index_ + 2)) {
        return false;
    }
    // With points the day comes first everywhere; otherwise as in the language, unless the number cannot be a
    // month.
    const bool points = is_mark(index_ + 1, ".");
    const bool day_first =
        *second <= months_in_year && (points || language_.day_comes_first() || *first > months_in_year);
    const auto month = day_first ? *second : *first;
    if (month > months_in_year) {
        return false;
    }
    const auto year = short_year ? full_year(*third) : *third;
    return take(Date{day_first ? *first : *second, month, year, day_first, true}, index_ + 5);
}

/// 12.iii.1898, 12/iii/1898, 12 III 1898: the month in roman numerals
bool Classifier::read_roman_month() {
    const auto mark = [&](std::size_t index) {
        return is_any_mark(index, {".", "/"}) && is_glued(index) && is_glued(index + 1);
    };
    const bool marks = mark(index_ + 1) && mark(index_ + 3);
    const std::size_t numeral_at = marks ? index_ + 2 : index_ + 1;
    const std::size_t year_at = marks ? index_ + 4 : index_ + 2;
    std::string numeral(text(numeral_at));
    const bool small = !numeral.empty() && is_ascii_lower(numeral[0]);
    std::transform(numeral.begin(), numeral.end(), numeral.begin(), to_ascii_upper);
    const auto month = is_word(numeral_at) ? roman_value(numeral) : 0;
    const bool apart = !small && !is_glued(numeral_at) && !is_glued(year_at);
    if (!day(index_) || month == 0 || month > months_in_year || !small_number(year_at) ||
        text(year_at).size() != year_digits || !(marks || apart)) {
        return false;
    }
    return take(Date{*day(index_), month, *small_number(year_at), true, true}, year_at + 1);
}

/// 03/1985
bool Classifier::read_month_and_year() {
    const auto month = small_number(index_);
    const bool slash = is_mark(index_ + 1, "/") && is_glued(index_ + 1) && is_glued(index_ + 2) &&
                       !(is_mark(index_ + 3, "/") && is_glued(index_ + 3));
    const bool after_slash = index_ > 0 && is_glued(index_) && !is_mark(index_ - 1, "(");
    return month && *month >= 1 && *month <= months_in_year && slash && is_year(index_ + 2) && !after_slash &&
           take(Date{0, *month, *small_number(index_ + 2), false, true}, index_ + 3);
}

/// On 10/27; 10/27–11/2
bool Classifier::read_month_and_day() {
    const auto is_date = [&](std::size_t index) {
        const auto month = small_number(index);
        return month && *month >= 1 && *month <= months_in_year && is_mark(index + 1, "/") &&
               is_glued(index + 1) && day(index + 2) && is_glued(index + 2) &&
               !(is_mark(index + 3, "/") && is_glued(index + 3));
    };
    const auto before = index_ > 0 ? text(index_ - 1) : std::string_view{};
    const bool on =
        !before.empty() && (before == language_.phrase("on day") || before == language_.phrase("On day"));
    const bool range = is_dash(index_ + 3) && is_glued(index_ + 3) && is_date(index_ + 4);
    const bool after_range = index_ > 0 && is_dash(index_ - 1) && is_glued(index_) && tokens_.size() > 1 &&
                             std::holds_alternative<Date>(tokens_[tokens_.size() - 2].token_class);
    const bool cued = on || range || after_range;
    return cued && !language_.day_comes_first() && is_date(index_) &&
           take(Date{*day(index_ + 2), *small_number(index_), std::nullopt, false, true}, index_ + 3);
}

/// 5-Mar-1985
bool Classifier::read_hyphenated_date() {
    const auto hyphen = [&](std::size_t index) {
        return is_mark(index, "-") && is_glued(index) && is_glued(index + 1);
    };
    const unsigned month = is_word(index_ + 2) ? language_.possible_month(text(index_ + 2)) : 0;
    const auto year = small_number(index_ + 4);
    return day(index_) && hyphen(index_ + 1) && hyphen(index_ + 3) && month != 0 && year &&
           text(index_ + 4).size() == year_digits &&
           take(Date{*day(index_), month, *year, true, true}, index_ + 5);
}

/// The index after the day and the ending of its ordinal; the index itself if there is none.
std::size_t Classifier::after_day(std::size_t index) const {
    if (!day(index)) {
        return index;
    }
    return is_glued(index + 1) && is_ordinal_ending(text(index + 1)) ? index + 2 : index + 1;
}

/// Whether the piece joins two days: 3 and 4 May, 1/13 March, from 3 to 9 May.
bool Classifier::joins_days(std::size_t index) const {
    const auto joint = text(index);
    const bool slash = joint == "/" && is_glued(index) && is_glued(index + 1);
    return slash || joint == "&" || joint == language_.phrase("and") || joint == language_.phrase("or") ||
           joint == language_.phrase("range");
}

/// The index after the days that follow the one before the index: "and 4", ", 4 and 5", "/13"; the index
/// itself if there are none.
std::size_t Classifier::after_more_days(std::size_t index) const {
    constexpr std::size_t max_lexemes = 24;
    auto next = index;
    bool joined = false;
    while (!joined && next < index + max_lexemes && (joins_days(next) || is_mark(next, ",")) &&
           after_day(next + 1) != next + 1) {
        joined = !is_mark(next, ",");
        next = after_day(next + 1);
    }
    return joined ? next : index;
}

/// Takes the days, and the words that join them, up to the index.
bool Classifier::take_days(std::size_t after, bool article) {
    while (index_ < after) {
        if (const auto number = day(index_)) {
            take(Ordinal{*number, article, false, false}, after_day(index_));
            article = false;
        } else if (is_mark(index_, ",")) {
            take(Punctuation{','}, index_ + 1);
        } else if (is_mark(index_, "/")) {
            take(Silent{}, index_ + 1);
        } else {
            take(is_mark(index_, "&") ? TokenClass(Entry{language_.symbol("&")})
                                      : TokenClass(PlainWord{text(index_)}),
                 index_ + 1);
        }
    }
    return true;
}

/// Whether a day takes the article: not in "the 3 May concert", "their 3 May concert" and "Bach's 3 May
/// letter".
bool Classifier::takes_article(std::size_t index) const {
    return index == 0 ||
           !(is_class(index - 1, LexicalClass::determiner) || is_kind(index - 1, LexemeKind::possessive) ||
             text(index - 1) == language_.phrase("ordinal article"));
}

/// The days before the last one: 3 and 4 May 1960, 3, 4 and 5 May, from 3 to 9 May, 1/13 March 1839.
bool Classifier::read_days_of_month() {
    if (language_.phrase("day first").find("{ordinal}") == std::string_view::npos) {
        return false;
    }
    const auto after = after_more_days(after_day(index_));
    if (after <= after_day(index_)) {
        return false;
    }
    const auto month = text(after) == language_.phrase("of") ? after + 1 : after;
    if (is_glued(month) || after_month(month) == month || is_class(month, LexicalClass::ordinary_word)) {
        return false;
    }
    const bool article = takes_article(index_);
    const bool ending = after > 0 && is_ordinal_ending(text(after - 1));
    take_days(after - (ending ? 2 : 1), article);
    const auto year = is_mark(after_month(month), ",") ? after_month(month) + 1 : after_month(month);
    const bool has_year = small_number(year) && text(year).size() == year_digits && !is_glued(year);
    Date date{*day(index_), language_.possible_month(text(month)), std::nullopt, true, false};
    if (has_year) {
        date.year = *small_number(year);
    }
    return take(date, has_year ? year + 1 : after_month(month));
}

/// 12 May 1840, 25th Jul 2012, 15 January, the 12th of May, 1840
bool Classifier::read_date_from_day() {
    const auto number = day(index_);
    if (!number) {
        return false;
    }
    std::size_t next = index_ + 1;
    if (is_glued(next) && is_ordinal_ending(text(next))) {
        ++next;
    }
    if (text(next) == language_.phrase("of")) {
        ++next;
    }
    const auto after = is_glued(next) ? next : after_month(next);
    if (after == next) {
        return false;
    }
    const unsigned month = language_.possible_month(text(next));
    const bool doubtful =
        is_class(next, LexicalClass::ordinary_word) && text(next - 1) != language_.phrase("of");
    const bool article = takes_article(index_);
    std::size_t year = is_mark(after, ",") ? after + 1 : after;
    if (text(year) == language_.phrase("of")) {
        ++year;
    }
    if (small_number(year) && text(year).size() == year_digits && !is_glued(year)) {
        return take(Date{*number, month, *small_number(year), true, article}, year + 1);
    }
    return !doubtful && take(Date{*number, month, std::nullopt, true, article}, after);
}

/// May 12, 1840; Dec. 5, 1791; SEPT. 15; July 1876; May
bool Classifier::read_date_from_month() {
    if (!known_as(LexicalClass::month)) {
        return false;
    }
    const unsigned month = language_.possible_month(text(index_));
    std::size_t next = after_month(index_);
    const bool doubtful = known_as(LexicalClass::ordinary_word) && next == index_ + 1;
    std::size_t year = text(next) == language_.phrase("of") ? next + 1 : next;
    const auto is_full_year = [&](std::size_t index) {
        return small_number(index) && text(index).size() == year_digits && !is_glued(index);
    };
    if (is_mark(next, ",") && is_full_year(next + 1)) {
        year = next + 1;
    }
    if (is_full_year(year) && !doubtful) {
        return take(Date{0, month, *small_number(year), false, true}, year + 1);
    }
    const bool hyphen = is_mark(next, "-") && is_glued(next) && is_glued(next + 1);
    const std::size_t number = hyphen ? next + 1 : next;
    if (hyphen && is_year(number)) { // Jan-1920
        return take(Date{0, month, *small_number(number), false, true}, number + 1);
    }
    const auto last = number + 2;
    if (hyphen && day(number) && is_mark(number + 1, "-") && is_glued(number + 1) && is_glued(last) &&
        small_number(last) && text(last).size() == year_digits) { // Jan-15-1920
        return take(Date{*day(number), month, *small_number(last), false, true}, last + 1);
    }
    const bool counted = is_word(number + 1) && language_.is(text(number + 1), LexicalClass::magnitude);
    if (!day(number) || language_.day_comes_first() || counted || (is_glued(number) && !hyphen)) {
        const bool full = text(index_) == language_.month_name(month);
        return (full || next > index_ + 1) && !doubtful &&
               take(Date{0, month, std::nullopt, false, true}, next);
    }
    next = number + 1;
    const bool ordinal = is_glued(next) && (is_ordinal_ending(text(next)) || text(next) == "d"); // Feb. 3d
    next += ordinal ? 1U : 0U;
    year = is_mark(next, ",") ? next + 1 : next;
    if (is_full_year(year)) {
        return take(Date{*day(number), month, *small_number(year), false, true}, year + 1);
    }
    if (!ordinal && doubtful) {
        return false;
    }
    take(Date{*day(number), month, std::nullopt, false, true}, next);
    // "May 3 and 4, 1960", not "On May 3 and 4 other days".
    const auto after = after_more_days(next);
    const bool days = after != next && !is_plural(after) && !is_plural(after + 1) &&
                      (!is_glued(after) || lexemes_[after].kind == LexemeKind::mark);
    return !days || take_days(after, false);
}

} // namespace recital
