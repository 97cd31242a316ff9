// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject/vital_dates.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/language/structure_words.h"

#include <algorithm>

namespace recital {

namespace {

constexpr std::size_t year_digits = 4;

bool is_digit_at(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

/// How many digits are there.
std::size_t digits_at(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of("0123456789", std::min(at, text.size())), text.size()) -
           std::min(at, text.size());
}

/// Whether the text after a year makes it another number or a range of years.
bool continues_year(std::string_view text, std::size_t end) {
    if (end >= text.size()) {
        return false;
    }
    std::size_t position = end;
    const char32_t next = next_code_point(text, position);
    const bool dash = next == '-' || next == U'\u2013';
    if (dash) { // "1985-86", "1900-е"
        const std::size_t digits = digits_at(text, position);
        return digits == 1 || digits == 2 || is_lower(next_code_point(text, position));
    }
    const bool latin = next < 0x80 && is_letter(next);
    return latin || next == '?' || (next == '/' && is_digit_at(text, end + 1));
}

/// Digits of full width as those of ASCII, brackets inside left out, dates of ISO 8601 in words' order.
std::string plain(std::string_view text) {
    std::string plain;
    int depth = 0;
    for (std::size_t position = 0; position < text.size();) {
        const char32_t c = next_code_point(text, position);
        const bool opens = c == '(' || c == '[' || c == U'\uFF08';
        const bool closes = c == ')' || c == ']' || c == U'\uFF09';
        depth += static_cast<int>(opens);
        if (depth <= 1 && !opens && !closes) {
            append_utf8(plain, c >= U'\uFF10' && c <= U'\uFF19' ? c - U'\uFF10' + '0' : c);
        }
        depth -= static_cast<int>(closes);
    }
    for (std::size_t i = year_digits; i + 6 <= plain.size(); ++i) { // "1685-03-31"
        if (plain[i] == '-' && plain[i + 3] == '-' && digits_at(plain, i + 1) == 2 &&
            digits_at(plain, i + 4) == 2 && is_digit_at(plain, i - 1)) {
            plain[i] = plain[i + 3] = ' ';
        }
    }
    return fold_case(plain);
}

/// Whether a letter is before the byte.
bool letter_before(std::string_view text, std::size_t at) {
    if (at == 0) {
        return false;
    }
    std::size_t start = at - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) {
        --start;
    }
    return is_letter(next_code_point(text, start));
}

/// The first of the words or signs that is in the folded text as a word of its own; empty if there is none.
TextRange find_word(std::string_view text, const StructureWords::Set& words) {
    TextRange first{text.size(), text.size()};
    for (const std::string& word : words) {
        std::size_t in_word = 0;
        const bool letters = is_letter(next_code_point(word, in_word));
        for (auto at = text.find(word); at < first.begin; at = text.find(word, at + 1)) {
            std::size_t end = at + word.size();
            const TextRange place{at, end};
            const bool goes_on = !word.ends_with('.') && is_letter(next_code_point(text, end));
            if (!letters || (!letter_before(text, at) && !goes_on)) {
                first = place;
                break;
            }
        }
    }
    return first;
}

/// Whether the dash at that place separates two dates and not two halves of a word: "1876-Alta Gracia", not
/// "Saint-Denis".
bool parts_dates(std::string_view text, std::size_t at, std::size_t end, char32_t dash) {
    constexpr std::u32string_view always = U"\u2012\u2013\u2014\u2015~\u301C\uFF5E\uFF0D";
    if (always.find(dash) != std::u32string_view::npos) {
        return true;
    }
    std::size_t after = end;
    return dash == '-' && !(letter_before(text, at) && is_letter(next_code_point(text, after)));
}

/// The first dash between dates from byte `from` on; empty if there is none.
TextRange find_dash(std::string_view text, std::size_t from) {
    for (std::size_t position = from; position < text.size();) {
        const std::size_t at = position;
        if (const char32_t c = next_code_point(text, position); parts_dates(text, at, position, c)) {
            return {at, position};
        }
    }
    return {text.size(), text.size()};
}

/// The one year of a date, after the word that makes it inexact, if there is one; empty if there are several,
/// or that word says something of another.
std::string year_of(std::string_view date) {
    const std::optional<YearMention> year = find_year(date);
    if (!year || !year->exact) {
        return {};
    }
    std::string value(date.substr(year->place.begin, year_digits));
    for (auto other = find_year(date, year->place.end); other; other = find_year(date, other->place.end)) {
        if (date.substr(other->place.begin, year_digits) != value) {
            return {};
        }
    }
    const StructureWords& words = StructureWords::known();
    if (find_word(date, words.doubts).begin < date.size()) {
        return {};
    }
    const TextRange word = find_word(date, words.approximations);
    if (word.begin == date.size()) {
        return value;
    }
    const bool before = word.begin < year->place.begin &&
                        trimmed(date.substr(word.end, year->place.begin - word.end)).empty();
    return before ? std::string(date.substr(word.begin, word.end - word.begin)) + " " + value : std::string();
}

/// Whether the text has a number of one or two digits, as the day of a date is.
bool has_day(std::string_view date) {
    for (std::size_t at = 0; at < date.size(); ++at) {
        if (const std::size_t digits = digits_at(date, at); digits > 0) {
            if (digits <= 2) {
                return true;
            }
            at += digits;
        }
    }
    return false;
}

bool is_blank(std::string_view text) {
    for (std::size_t position = 0; position < text.size();) {
        const char32_t c = next_code_point(text, position);
        if (is_letter(c) || is_digit(c)) {
            return false;
        }
    }
    return true;
}

/// The separator between birth and death: a word for death or a dash after a year; also a dash at the start.
TextRange parting(std::string_view text) {
    const StructureWords& words = StructureWords::known();
    const TextRange death = find_word(text, words.deaths);
    const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
    const TextRange first = find_dash(text, begin);
    if (first.begin == begin && begin < text.size()) {
        return first;
    }
    const std::optional<YearMention> year = find_year(text);
    const TextRange dash = year ? find_dash(text, year->place.end) : TextRange{text.size(), text.size()};
    return death.begin < dash.begin ? death : dash;
}

int number_of(std::string_view year) {
    const std::string digits(year.substr(year.size() - std::min(year.size(), year_digits)));
    return is_digits(digits) ? std::stoi(digits) : 0;
}

/// How many brackets open here, less those that close; ideographic scripts have brackets of full width.
} // namespace

std::optional<YearMention> find_year(std::string_view text, std::size_t from) {
    constexpr int latest = 2100; // what is later is a year of another calendar
    for (std::size_t at = text.find_first_of("0123456789", from); at != std::string_view::npos;) {
        const std::size_t digits = digits_at(text, at);
        const std::size_t end = at + digits;
        if (digits == year_digits && text[at] != '0' && number_of(text.substr(at, digits)) <= latest) {
            const bool second_half = at > 1 && text[at - 1] == '/' && is_digit_at(text, at - 2);
            return YearMention{{at, end}, !second_half && !continues_year(text, end)};
        }
        at = text.find_first_of("0123456789", end);
    }
    return std::nullopt;
}

VitalDates vital_dates_in(std::string_view apposition) {
    const StructureWords& words = StructureWords::known();
    const std::string whole = plain(apposition);
    std::string_view text = whole;
    text = text.substr(0, find_word(text, words.activities).begin);
    const TextRange between = parting(text);
    const std::string_view before = text.substr(0, between.begin);
    const std::string_view after = text.substr(between.end);
    VitalDates years;
    if (find_word(after, words.births).begin == after.size()) {
        years.died = year_of(after);
    }
    const bool told = find_word(before, words.births).begin < before.size();
    const bool open_range = between.end > between.begin && is_blank(after);
    const bool lone_date = between.begin == text.size() && has_day(before);
    if (told || open_range || lone_date || find_year(after)) {
        years.born = year_of(before);
    }
    return is_possible_lifespan(years) ? years : VitalDates{};
}

std::string_view leading_bracket(std::string_view text) {
    std::size_t position = 0;
    int depth = text.empty() ? 0 : bracket_depth(next_code_point(text, position));
    if (depth <= 0) {
        return {};
    }
    while (position < text.size()) {
        depth += bracket_depth(next_code_point(text, position));
        if (depth == 0) {
            return text.substr(0, position);
        }
    }
    return {};
}

int bracket_depth(char32_t code_point) {
    const bool opens = code_point == '(' || code_point == U'\uFF08';
    return static_cast<int>(opens) - static_cast<int>(code_point == ')' || code_point == U'\uFF09');
}

bool is_possible_lifespan(const VitalDates& years) {
    constexpr int max_length = 130;
    const int span = number_of(years.died) - number_of(years.born);
    return years.born.empty() || years.died.empty() || (span >= 1 && span <= max_length);
}

} // namespace recital
