// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/unicode.h"
#include "document/inline/power_bases.h"
#include "document/marks/candidate.h"
#include "document/marks/number_words.h"
#include "document/marks/surroundings.h"

#include <algorithm>
#include <optional>
#include <string>

namespace recital {

namespace {

constexpr std::size_t year_digits = 4;

bool is_digit_byte(char byte) {
    return byte >= '0' && byte <= '9';
}

bool is_year(std::string_view digits) {
    return digits.size() == year_digits && (digits[0] == '1' || digits.starts_with("20"));
}

bool is_quote(char32_t c) {
    return c == '"' || c == '\'' || c == U'\u2019' || c == U'\u201D' || c == U'\u00BB';
}

/// The punctuation between a word or number and what is attached to it.
struct Punctuation {
    std::size_t begin = 0; ///< where it begins, after the word
    bool ends_sentence = false;
    bool has_quote = false;
    bool has_bracket = false;
    std::size_t signs = 0;
};

Punctuation punctuation_before(std::string_view text, std::size_t position) {
    constexpr std::size_t max_signs = 4;
    Punctuation found{position};
    while (found.signs < max_signs) {
        const char32_t c = code_point_before(text, found.begin);
        if (!is_closing(c)) {
            break;
        }
        found.ends_sentence = found.ends_sentence || c == '.' || c == '!' || c == '?' || c == U'\u2026';
        found.has_quote = found.has_quote || is_quote(c);
        found.has_bracket = found.has_bracket || c == ')' || c == ']';
        do {
            --found.begin;
        } while ((static_cast<unsigned char>(text[found.begin]) & 0xC0U) == 0x80U);
        ++found.signs;
    }
    return found;
}

/// The numbers at a place: "7", "3,4", "5–7".
struct Numbers {
    std::size_t end = 0;
    int first = 0;
    int last = 0;
};

std::optional<Numbers> numbers_at(std::string_view text, std::size_t position) {
    constexpr std::size_t max_digits = 3;
    constexpr int max_distance = 20;
    Numbers numbers;
    for (std::size_t at = position;;) {
        const std::size_t digits = digits_at(text, at);
        if (digits == 0 || digits > max_digits || text[at] == '0') {
            break;
        }
        const int value = std::stoi(std::string(text.substr(at, digits)));
        if (numbers.end != 0 && (value <= numbers.last || value - numbers.last > max_distance)) {
            break;
        }
        numbers.first = numbers.end == 0 ? value : numbers.first;
        numbers.last = value;
        numbers.end = at + digits;
        const char32_t sign = code_point_at(text, numbers.end);
        if (sign != ',' && sign != '-' && sign != U'\u2013') {
            break;
        }
        at = numbers.end + (sign == U'\u2013' ? std::string_view("\u2013").size() : 1);
    }
    return numbers.end != 0 && ends_word(text, numbers.end) ? std::optional(numbers) : std::nullopt;
}

/// Whether a new sentence can begin at `position`: the end, or a blank and a capital or a quotation mark.
bool begins_sentence(std::string_view text, std::size_t position) {
    while (position < text.size() && is_closing(code_point_at(text, position))) {
        (void)next_code_point(text, position);
    }
    if (position >= text.size()) {
        return true;
    }
    const auto next = text.find_first_not_of(" \n", position);
    if (next == position) {
        return text[position] == '[' || text[position] == '(';
    }
    if (next == std::string_view::npos) {
        return true;
    }
    const char32_t c = code_point_at(text, next);
    const bool capital = is_letter(c) && !is_lower(c); // or of a script without case
    return capital || is_quote(c) || c == U'\u201C' || c == U'\u2018' || c == U'\u00AB' || c == '[' ||
           c == '(';
}

std::string_view word_at(std::string_view text, std::size_t position) {
    std::size_t end = position;
    while (end < text.size()) {
        std::size_t after = end;
        if (!is_letter(next_code_point(text, after))) {
            break;
        }
        end = after;
    }
    return text.substr(position, end - position);
}

/// The start of the year that ends before `position`, or of a pair of years such as "1917/18"; `position` if
/// there is none.
std::size_t year_begin(std::string_view text, std::size_t position) {
    const std::string_view year = digits_before(text, position);
    if (is_year(year)) {
        return position - year.size();
    }
    const std::size_t short_year = position - year.size();
    for (const std::string_view sign : {"/", "-", "\u2013"}) {
        if (year.size() == 2 && text.substr(0, short_year).ends_with(sign) &&
            is_year(digits_before(text, short_year - sign.size()))) {
            return short_year - sign.size() - year_digits;
        }
    }
    return position;
}

/// "in 1951.3 It", "in 1951,3 it": whether the number before the sign is a year, and what follows goes on as
/// after a year.
MarkEvidence after_year(std::string_view text, std::size_t sign, std::size_t end) {
    const std::size_t begin = year_begin(text, sign);
    const char32_t before = code_point_before(text, begin);
    const bool apart = before == 0 || before == ' ' || before == '(' || before == U'\u2013' || before == '-';
    const bool full_stop = text[sign] == '.';
    if (begin == sign || !apart || (full_stop && !begins_sentence(text, end))) {
        return MarkEvidence::none;
    }
    const NumberWords& words = NumberWords::known();
    const auto next = text.find_first_not_of(' ', end);
    if (next != std::string_view::npos && words.units.contains(fold_case(word_at(text, next)))) {
        return MarkEvidence::none;
    }
    const std::size_t blank = before == ' ' ? begin - 1 : begin;
    // "May 4, 1951", "1950–1951"
    const bool date = code_point_before(text, blank) == ',' || before == U'\u2013' || before == '-';
    const bool named = words.years.contains(fold_case(word_before(text, blank)));
    if (!full_stop) {
        return named ? MarkEvidence::weak : MarkEvidence::none; // it may be a decimal comma
    }
    return date || named ? MarkEvidence::likely : MarkEvidence::weak;
}

/// What the place of a number after punctuation after a word says.
MarkEvidence after_word(std::string_view text, const Punctuation& punctuation, std::size_t end) {
    constexpr std::size_t min_word = 3; // letters; shorter ones are often abbreviations
    const std::string_view word = word_before(text, punctuation.begin);
    const std::size_t letters = count_code_points(word);
    const bool full_stop = text[punctuation.begin] == '.';
    if (full_stop && (letters < 2 || NumberWords::known().before.contains(fold_case(word)))) {
        return MarkEvidence::none;
    }
    const bool closes = punctuation.ends_sentence || (punctuation.has_quote && punctuation.signs > 1);
    const bool goes_on = !begins_sentence(text, end);
    if (!closes || (goes_on && !punctuation.has_quote)) {
        return MarkEvidence::weak;
    }
    const bool capitals = full_stop && is_upper(code_point_before(text, punctuation.begin));
    return (full_stop && letters < min_word) || capitals ? MarkEvidence::weak : MarkEvidence::likely;
}

MarkEvidence evidence_of_number(std::string_view text, std::size_t begin, std::size_t end) {
    constexpr std::size_t min_word = 3;
    const Punctuation punctuation = punctuation_before(text, begin);
    const char32_t before = code_point_before(text, punctuation.begin);
    if (is_letter(before)) {
        if (punctuation.signs > 0) {
            return after_word(text, punctuation, end);
        }
        const std::string_view word = word_before(text, begin);
        return count_code_points(word) >= min_word && is_lower(before) ? MarkEvidence::doubtful
                                                                       : MarkEvidence::none;
    }
    if (!is_digit(before) || punctuation.signs == 0) {
        return MarkEvidence::none;
    }
    if (punctuation.signs == 1) {
        const char sign = text[punctuation.begin];
        return sign == '.' || sign == ',' ? after_year(text, punctuation.begin, end) : MarkEvidence::none;
    }
    const bool closes = punctuation.ends_sentence && (punctuation.has_quote || punctuation.has_bracket);
    return closes && begins_sentence(text, end) ? MarkEvidence::likely : MarkEvidence::none;
}

std::optional<MarkCandidate> number_mark(std::string_view text, std::size_t begin) {
    const auto numbers = numbers_at(text, begin);
    if (!numbers) {
        return std::nullopt;
    }
    const MarkEvidence evidence = evidence_of_number(text, begin, numbers->end);
    if (evidence == MarkEvidence::none) {
        return std::nullopt;
    }
    return MarkCandidate{
        {begin, numbers->end}, MarkSeries::attached_number, numbers->first, numbers->last, evidence};
}

/// The digit that a superscript stands for; -1 for anything else.
int superscript_digit(char32_t c) {
    constexpr std::u32string_view digits = U"\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";
    const auto found = digits.find(c);
    return found == std::u32string_view::npos ? -1 : static_cast<int>(found);
}

/// "Kiel.⁷" and "sister³"; after a unit, a quantity or a number it is a power.
std::optional<MarkCandidate> superscript_mark(std::string_view text, std::size_t begin) {
    constexpr int max_value = 999;
    std::size_t end = begin;
    int value = 0;
    while (end < text.size() && value <= max_value) {
        std::size_t after = end;
        const int digit = superscript_digit(next_code_point(text, after));
        if (digit < 0) {
            break;
        }
        value = value * 10 + digit;
        end = after;
    }
    const char32_t before = code_point_before(text, begin);
    const std::string_view word = word_before(text, begin);
    const bool of_word = is_letter(before) && count_code_points(word) > 1 && !is_power_base(word);
    const bool of_year = is_digit(before) && is_year(digits_before(text, begin));
    if (value > max_value || !ends_word(text, end) || (!of_word && !of_year && !is_closing(before))) {
        return std::nullopt;
    }
    return MarkCandidate{{begin, end}, MarkSeries::superscript_number, value, value, MarkEvidence::likely};
}

/// "word*", "word.†": signs at the end of a word; not the rest of "f***" and not one that closes "*word*".
std::optional<MarkCandidate> sign_mark(std::string_view text, std::size_t begin, bool opened) {
    constexpr std::size_t min_word = 3;
    constexpr std::size_t max_signs = 2;
    const char32_t sign = code_point_at(text, begin);
    std::size_t end = begin;
    std::size_t count = 0;
    while (code_point_at(text, end) == sign) {
        (void)next_code_point(text, end);
        ++count;
    }
    const Punctuation punctuation = punctuation_before(text, begin);
    const std::size_t letters = count_code_points(word_before(text, punctuation.begin));
    const bool is_mark =
        count <= max_signs && letters >= min_word && ends_word(text, end) && !(sign == '*' && opened);
    return is_mark ? std::optional(MarkCandidate{{begin, end}}) : std::nullopt;
}

} // namespace

std::vector<MarkCandidate> attached_marks(std::string_view text) {
    std::vector<MarkCandidate> marks;
    bool opened = false; // an asterisk that emphasises is open
    for (std::size_t at = 0; at < text.size();) {
        std::size_t after = at;
        const char32_t c = next_code_point(text, after);
        std::optional<MarkCandidate> mark;
        const char previous = at == 0 ? ' ' : text[at - 1];
        if (is_digit_byte(text[at])) {
            after = at + digits_at(text, at);
            mark = previous == ' ' ? std::nullopt : number_mark(text, at);
        } else if (superscript_digit(c) >= 0) {
            mark = previous == ' ' ? std::nullopt : superscript_mark(text, at);
        } else if (c == '*' || c == U'\u2020' || c == U'\u2021') {
            const bool opens = previous == ' ' || previous == '(';
            opened = opened || (c == '*' && opens && code_point_at(text, after) != ' ');
            mark = opens ? std::nullopt : sign_mark(text, at, opened);
        }
        if (mark) {
            marks.push_back(*mark);
            after = mark->range.end;
        }
        at = after;
    }
    return marks;
}

} // namespace recital
