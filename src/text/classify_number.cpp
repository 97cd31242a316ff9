// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/character.h"
#include "text/classifier.h"

#include <array>
#include <cstdlib>
#include <string>

namespace recital {

namespace {

constexpr unsigned earliest_year = 1000;
constexpr unsigned latest_year = 2099;
constexpr unsigned most_days = 31;
constexpr unsigned months_in_year = 12;

bool is_ordinal_ending(std::string_view word) {
    return word == "st" || word == "nd" || word == "rd" || word == "th" || word == "ª" || word == "º";
}

} // namespace

bool Classifier::read_number() {
    return read_iso_date() || read_date_from_day() || read_time() || read_ordinal() || read_decade() ||
           read_slashed() || read_quantity() || read_plain_number();
}

/// 1969-08-15, 2016/07/03
bool Classifier::read_iso_date() {
    const auto year = small_number(index_);
    const bool dashes = is_mark(index_ + 1, "-") && is_mark(index_ + 3, "-");
    const bool slashes = is_mark(index_ + 1, "/") && is_mark(index_ + 3, "/");
    const auto month = small_number(index_ + 2);
    const auto day = small_number(index_ + 4);
    if (!year || !month || !day || (!dashes && !slashes) || text(index_).size() != 4 || *month < 1 ||
        *month > months_in_year || *day < 1 || *day > most_days) {
        return false;
    }
    return take(Date{*day, *month, *year, false}, index_ + 5);
}

/// 12 May 1840, 25th Jul 2012, 15 January
bool Classifier::read_date_from_day() {
    const auto day = small_number(index_);
    if (!day || *day < 1 || *day > most_days) {
        return false;
    }
    std::size_t next = index_ + 1;
    if (is_glued(next) && is_ordinal_ending(text(next))) {
        ++next;
    }
    if (text(next) == language_.phrase("of")) {
        ++next;
    }
    const unsigned month = is_word(next) && !is_glued(next) ? language_.month(text(next)) : 0;
    if (month == 0) {
        return false;
    }
    ++next;
    if (is_mark(next, ".") && is_glued(next) && text(next - 1) != language_.month_name(month) &&
        piece(next + 1) != nullptr) {
        ++next;
    }
    std::size_t year_index = next;
    if (is_mark(year_index, ",")) {
        ++year_index;
    }
    if (const auto year = small_number(year_index);
        year && looks_like_year(year_index) && !is_glued(year_index)) {
        return take(Date{*day, month, *year, true}, year_index + 1);
    }
    return take(Date{*day, month, std::nullopt, true}, next);
}

/// 8:30, 01:00, and the full hour in front of a.m. or p.m.
bool Classifier::read_time() {
    constexpr unsigned hours = 24;
    constexpr unsigned minutes = 60;
    const auto hour = small_number(index_);
    if (!hour || *hour > hours) {
        return false;
    }
    std::size_t next = index_ + 1;
    unsigned minute = 0;
    if (is_mark(next, ":") && is_glued(next)) {
        const auto written = small_number(next + 1);
        if (!written || !is_glued(next + 1) || *written >= minutes || text(next + 1).size() != 2) {
            return false;
        }
        minute = *written;
        next += 2;
    }
    std::string half;
    std::size_t behind = next;
    for (; is_word(behind) && half.size() < 2 && text(behind).size() + half.size() <= 2; ++behind) {
        for (const char byte : text(behind)) {
            half += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte);
        }
        if (is_mark(behind + 1, ".") && is_glued(behind + 1) && half.size() < 2) {
            ++behind;
        }
    }
    const bool half_day = half == "am" || half == "pm";
    if (!half_day) {
        return next != index_ + 1 && take(Time{*hour, minute, true}, next);
    }
    take(Time{*hour, minute, false}, next);
    const bool dotted = text(behind - 2) == ".";
    const bool ends_sentence = behind + 1 >= pieces_.size();
    return take(
        Letters{sentence_.substr(pieces_[next].begin, pieces_[behind - 1].end() - pieces_[next].begin), {}},
        dotted && is_mark(behind, ".") && !ends_sentence ? behind + 1 : behind);
}

/// 21st
bool Classifier::read_ordinal() {
    if (!is_glued(index_ + 1) || !is_ordinal_ending(text(index_ + 1))) {
        return false;
    }
    const auto number = number_of(text(index_));
    return take(Ordinal{std::strtoull(number.whole.c_str(), nullptr, 10), false}, index_ + 2);
}

/// 1990s, 1990's, 60s
bool Classifier::read_decade() {
    const auto year = small_number(index_);
    if (!year || *year % 10 != 0 || text(index_).size() == 3) {
        return false;
    }
    std::size_t next = index_ + 1;
    if (is_glued(next) && (is_mark(next, "'") || is_mark(next, "’"))) {
        ++next;
    }
    return is_glued(next) && text(next) == "s" && take(Decade{*year}, next + 1);
}

/// 3/4, 2 1/2
bool Classifier::read_slashed() {
    std::size_t index = index_;
    std::string whole;
    if (is_number(index + 1) && is_mark(index + 2, "/") && is_glued(index + 2) && is_glued(index + 3) &&
        is_number(index + 3)) {
        whole = std::string(text(index));
        ++index;
    }
    const auto numerator = small_number(index);
    const auto denominator = small_number(index + 2);
    if (!numerator || !denominator || !is_mark(index + 1, "/") || !is_glued(index + 1) ||
        !is_glued(index + 2) || *denominator < 2) {
        return false;
    }
    const bool note_value = *denominator == 2 || *denominator == 4 || *denominator == 8 || *denominator == 16;
    const bool in_front = index_ > 0 && (text(index_ - 1) == "in" || text(index_ - 1) == "a");
    const bool time_signature =
        whole.empty() && note_value && *numerator > 1 && (in_front || text(index + 3) == "time");
    if (time_signature) {
        take(number_of(text(index)), index + 1);
        take(Silent{}, index_ + 1);
        return take(number_of(text(index_)), index_ + 1);
    }
    return take(Fraction{whole, *numerator, *denominator}, index + 3);
}

/// The unit at the index, which is moved behind it.
bool Classifier::read_unit(std::size_t& index, const Unit*& unit) const {
    constexpr std::size_t most_pieces = 3;
    for (std::size_t count = most_pieces; count > 0; --count) {
        const auto* last = piece(index + count - 1);
        if (last == nullptr) {
            continue;
        }
        const auto symbol = sentence_.substr(pieces_[index].begin, last->end() - pieces_[index].begin);
        unit = language_.unit(symbol);
        const bool one_letter = symbol.size() == 1 && pieces_[index].kind == PieceKind::word;
        const bool ambiguous = (symbol == "in" || one_letter) && pieces_[index].spaced;
        const bool primed = pieces_[index].kind == PieceKind::mark && pieces_[index].spaced && symbol != "%";
        if (unit != nullptr && !ambiguous && !primed) {
            index += count;
            return true;
        }
    }
    return false;
}

/// 12 kg, 100 million km, a 12" single, 5'11", 45%
bool Classifier::read_quantity() {
    std::size_t next = index_ + 1;
    const auto amount = number_of(text(index_));
    if ((is_mark(next, "'") || is_mark(next, "′")) && is_glued(next) && is_number(next + 1) &&
        is_glued(next + 1)) {
        const bool closed = is_mark(next + 2, "\"") || is_mark(next + 2, "″");
        take(amount, index_ + 1);
        take(Entry{language_.phrase("foot")}, index_ + 1);
        return take(number_of(text(index_)), index_ + (closed ? 2 : 1));
    }
    std::string_view magnitude;
    if (is_word(next) && language_.is(text(next), WordClass::magnitude)) {
        magnitude = text(next);
        ++next;
    }
    bool singular = false;
    if (is_mark(next, "-") && is_glued(next) && is_glued(next + 1) && magnitude.empty()) {
        ++next;
        singular = true;
    }
    const Unit* unit = nullptr;
    if (piece(next) == nullptr || !read_unit(next, unit)) {
        return false;
    }
    const bool inch_mark = text(next - 1) == "\"" || text(next - 1) == "″";
    const bool article = index_ > 0 && (text(index_ - 1) == "a" || text(index_ - 1) == "the");
    singular = singular || (inch_mark && article && is_word(next));
    return take(Measure{amount, magnitude, unit, singular}, next);
}

bool Classifier::looks_like_year(std::size_t index) const {
    const auto number = small_number(index);
    return number && text(index).size() == 4 && *number >= earliest_year && *number <= latest_year;
}

bool Classifier::read_plain_number() {
    const auto number = small_number(index_);
    // The second year of a range may be short: 1985-91.
    const bool short_year =
        index_ >= 2 && is_dash(index_ - 1) && looks_like_year(index_ - 2) && text(index_).size() == 2;
    const bool grouped_seat = is_word(index_ + 1) && language_.is(text(index_ + 1), WordClass::count_noun);
    if (number && (short_year || (looks_like_year(index_) && !grouped_seat))) {
        return take(Year{*number}, index_ + 1);
    }
    const auto written = text(index_);
    if (written.size() > 1 && written[0] == '0' && written.find('.') == std::string_view::npos) {
        return take(Digits{std::string(written)}, index_ + 1);
    }
    const bool in_a_name = index_ > 0 && is_mark(index_ - 1, "-") && is_glued(index_ - 1) &&
                           is_glued(index_) && index_ > 1 && is_word(index_ - 2);
    if (number && in_a_name && written.size() == 3) {
        return take(Digits{std::string(written)}, index_ + 1);
    }
    return take(number_of(written), index_ + 1);
}

} // namespace recital
