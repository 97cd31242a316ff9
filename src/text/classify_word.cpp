// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/character.h"
#include "text/classifier.h"

#include <algorithm>
#include <string>

namespace recital {

namespace {

bool is_single_letter(std::string_view word) {
    return !word.empty() && character_at(word, 0).end == word.size();
}

bool is_all_capitals(std::string_view word) {
    return std::all_of(word.begin(), word.end(), is_ascii_upper);
}

} // namespace

bool Classifier::read_word() {
    return read_date_from_month() || read_catalogue() || read_abbreviation() || read_initials() ||
           read_key() || read_roman() || read_capitals() || take(PlainWord{text(index_)}, index_ + 1);
}

/// May 12, 1840; Dec. 5, 1791; SEPT. 15; July 1876
bool Classifier::read_date_from_month() {
    constexpr unsigned most_days = 31;
    const unsigned month = language_.month(text(index_));
    if (month == 0) {
        return false;
    }
    std::size_t next = index_ + 1;
    const bool abbreviated = text(index_) != language_.month_name(month);
    if (is_mark(next, ".") && is_glued(next) && abbreviated) {
        ++next;
    }
    if (looks_like_year(next)) {
        return take(Date{0, month, *small_number(next), false}, next + 1);
    }
    if (is_mark(next, "-") && is_glued(next) && is_glued(next + 1)) {
        ++next;
    }
    const auto day = small_number(next);
    if (!day || *day < 1 || *day > most_days) {
        return abbreviated && next > index_ + 1 && take(Entry{language_.month_name(month)}, next);
    }
    ++next;
    if (is_glued(next) && is_word(next) && text(next).size() == 2) {
        ++next;
    }
    const std::size_t year = is_mark(next, ",") ? next + 1 : next;
    if (looks_like_year(year)) {
        return take(Date{*day, month, *small_number(year), false}, year + 1);
    }
    return take(Date{*day, month, std::nullopt, false}, next);
}

/// BWV 1007, K. 545, Hob. XVI:52
bool Classifier::read_catalogue() {
    if (!language_.is(text(index_), WordClass::catalogue)) {
        return false;
    }
    std::size_t next = index_ + 1;
    if (is_mark(next, ".") && is_glued(next)) {
        ++next;
    }
    const auto number = small_number(next);
    if (!number || !piece(next)->spaced) {
        return false;
    }
    take(Letters{text(index_), {}}, next);
    return take(Digits{std::string(text(index_))}, index_ + 1);
}

bool Classifier::read_abbreviation() {
    // "p.m", "e.g", "Ph.D" are several pieces.
    std::size_t last = index_;
    while (is_mark(last + 1, ".") && is_glued(last + 1) && is_word(last + 2) && is_glued(last + 2)) {
        last += 2;
    }
    const auto written = sentence_.substr(pieces_[index_].begin, pieces_[last].end() - pieces_[index_].begin);
    if (!is_mark(last + 1, ".") || !is_glued(last + 1)) {
        return false;
    }
    const std::size_t next = last + 2;
    const auto following = text(next);
    const bool starter = language_.is(following, WordClass::sentence_starter) && !is_mark(next + 1, ".");
    for (const auto& reading : language_.abbreviations(written)) {
        bool fits = reading.context == Context::anywhere;
        const bool after_number = index_ > 0 && (is_number(index_ - 1) || is_number(index_ - 2));
        switch (reading.context) {
        case Context::before_name:
            fits = starts_upper(following) && !starter;
            break;
        case Context::before_number:
            fits = is_number(next) || (is_word(next) && roman(following) != 0);
            break;
        case Context::after_number:
            fits = after_number;
            break;
        case Context::after_name:
            fits = index_ > 0 && (starts_upper(text(index_ - 1)) || after_number);
            break;
        case Context::anywhere:
            break;
        }
        if (fits) {
            // The stop of the last word is the sentence's as well.
            return take(Entry{reading.spoken}, next < pieces_.size() ? next : next - 1);
        }
    }
    return false;
}

/// J. S. Bach, B.B. King, R.E.M., U.S.
bool Classifier::read_initials() {
    std::size_t next = index_;
    std::size_t letters = 0;
    while (is_word(next) && is_single_letter(text(next)) && is_mark(next + 1, ".") && is_glued(next + 1) &&
           (letters == 0 || !starts_lower(text(next)) || is_glued(next))) {
        next += 2;
        ++letters;
    }
    if (letters == 0 || (letters == 1 && !starts_upper(text(index_)))) {
        return false;
    }
    if (letters == 1 && next >= pieces_.size()) {
        return false;
    }
    const auto written =
        sentence_.substr(pieces_[index_].begin, pieces_[next - 1].end() - pieces_[index_].begin);
    return take(Letters{written, {}}, next < pieces_.size() ? next : next - 1);
}

/// A minor, B♭, F# major, E-flat
bool Classifier::read_key() {
    const auto letter = text(index_);
    if (letter.size() != 1 || letter[0] < 'A' || letter[0] > 'G') {
        return false;
    }
    std::size_t next = index_ + 1;
    if (is_glued(next) && (is_mark(next, "♭") || is_mark(next, "♯") || is_mark(next, "#"))) {
        const bool flat = is_mark(next, "♭");
        take(Letters{letter, {}}, next);
        return take(Entry{language_.phrase(flat ? "flat" : "sharp")}, next + 1);
    }
    if (is_mark(next, "-") && is_glued(next)) {
        ++next;
    }
    return language_.is(text(next), WordClass::musical_form) && take(Letters{letter, {}}, next);
}

/// Henry VIII, Act III, World War II, Sam II
bool Classifier::read_roman() {
    const auto value = roman(text(index_));
    if (value == 0 || index_ == 0) {
        return false;
    }
    std::size_t before = index_ - 1;
    if (is_mark(before, ".") && before > 0) {
        --before;
    }
    const auto word = text(before);
    if (language_.is(word, WordClass::numbered_thing)) {
        return take(Number{std::to_string(value), {}, false}, index_ + 1);
    }
    const bool single = text(index_).size() == 1;
    const bool ruler = language_.is(word, WordClass::ruler_name);
    const bool name = is_word(before) && starts_upper(word) && word.size() > 1 && !is_all_capitals(word);
    // "Malcolm X" and "George I" differ by what is known of the name only.
    if (ruler ? (text(index_) != "X" || roman(text(index_)) == 0) : (name && !single && value < 40)) {
        return take(Ordinal{value, true}, index_ + 1);
    }
    return false;
}

/// US, HBO: capitals that are no word.
bool Classifier::read_capitals() {
    constexpr std::size_t longest_initialism = 3;
    const auto word = text(index_);
    if (word.size() < 2 || !is_all_capitals(word) || language_.is(word, WordClass::acronym)) {
        return false;
    }
    const bool has_vowel = word.find_first_of("AEIOUY") != std::string_view::npos;
    const bool shouted =
        is_word(index_ + 1) && text(index_ + 1).size() > 1 && is_all_capitals(text(index_ + 1));
    if (has_vowel && (word.size() > longest_initialism || shouted)) {
        return false;
    }
    return take(Letters{word, {}}, index_ + 1);
}

} // namespace recital
