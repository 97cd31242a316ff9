// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/unicode.h"
#include "document/language/structure_words.h"
#include "document/marks/attached_forms.h"
#include "document/marks/number_words.h"
#include "document/marks/surroundings.h"

#include <algorithm>
#include <optional>
#include <string>

namespace recital {

namespace {

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

/// Whether the next word is one with which sentences begin and names do not: "He", "The". "A" may be a key.
bool opens_sentence(std::string_view text, std::size_t position) {
    const auto next = text.find_first_not_of(" \n", position);
    if (next == position || next == std::string_view::npos) {
        return false;
    }
    const std::string_view word = word_at(text, next);
    return word.size() > 1 && is_upper(code_point_at(text, next)) &&
           StructureWords::known().all_openers.contains_folded(word);
}

/// Whether the word after `position` is a unit: "1951.3 Hz".
bool is_before_unit(std::string_view text, std::size_t position) {
    const auto next = text.find_first_not_of(' ', position);
    return next != std::string_view::npos && NumberWords::known().units.contains_folded(word_at(text, next));
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
    if (is_before_unit(text, end)) {
        return MarkEvidence::none;
    }
    const std::size_t blank = before == ' ' ? begin - 1 : begin;
    // "May 4, 1951", "1950–1951"
    const bool date = code_point_before(text, blank) == ',' || before == U'\u2013' || before == '-';
    const bool named = NumberWords::known().years.contains_folded(word_before(text, blank));
    if (!full_stop) {
        return named ? MarkEvidence::weak : MarkEvidence::none; // it may be a decimal comma
    }
    return date || named ? MarkEvidence::likely : MarkEvidence::weak;
}

/// "Op. 27.2 It": what the place of a number after a full stop after a number that is no year says. It is a
/// mark only if a sentence begins after it; otherwise it is a decimal or part of the number.
MarkEvidence after_number(std::string_view text, std::size_t sign, std::size_t end) {
    constexpr std::size_t max_digits = 4;
    const std::string_view number = digits_before(text, sign);
    const std::size_t begin = sign - number.size();
    if (text[sign] != '.' || number.size() > max_digits || begin < 2 || text[begin - 1] != ' ' ||
        text.substr(end, 1) != " " || !begins_sentence(text, end) || is_before_unit(text, end)) {
        return MarkEvidence::none;
    }
    if (!opens_sentence(text, end)) {
        return MarkEvidence::doubtful;
    }
    const Punctuation stop = punctuation_before(text, begin - 1);
    const std::string word = fold_case(word_before(text, stop.begin));
    return NumberWords::known().named.contains(word) ? MarkEvidence::likely : MarkEvidence::weak;
}

/// "the U.S.1 She", "K.2 He": what the place of a number after initials says. "K.331" is the number of a
/// work unless a sentence begins after it.
MarkEvidence after_initial(std::string_view text, std::size_t stop, std::size_t end) {
    constexpr std::size_t initial = 2; // a letter and its full stop
    if (opens_sentence(text, end)) {
        return MarkEvidence::likely;
    }
    const bool several = stop > initial && text[stop - initial] == '.';
    return several && begins_sentence(text, end) ? MarkEvidence::doubtful : MarkEvidence::none;
}

/// What the place of a number after punctuation after a word says.
MarkEvidence after_word(std::string_view text, const Punctuation& punctuation, std::size_t end) {
    constexpr std::size_t min_word = 3; // letters; shorter ones are often abbreviations
    const std::string_view word = word_before(text, punctuation.begin);
    const std::size_t letters = count_code_points(word);
    const bool full_stop = text[punctuation.begin] == '.';
    if (full_stop && NumberWords::known().before.contains_folded(word)) {
        return MarkEvidence::none;
    }
    if (full_stop && letters < 2) {
        return letters == 0 ? MarkEvidence::none : after_initial(text, punctuation.begin, end);
    }
    const bool closes = punctuation.ends_sentence || (punctuation.has_quote && punctuation.signs > 1);
    const bool goes_on = !begins_sentence(text, end);
    if (!closes || (goes_on && !punctuation.has_quote)) {
        return MarkEvidence::weak;
    }
    const bool capitals = full_stop && is_upper(code_point_before(text, punctuation.begin));
    const bool abbreviates = (full_stop && letters < min_word) || capitals;
    return abbreviates && !opens_sentence(text, end) ? MarkEvidence::weak : MarkEvidence::likely;
}

/// The length of the apostrophe before `position`, if a letter is before it: "nell'"; 0 if there is none.
std::size_t elision_before(std::string_view text, std::size_t position) {
    const char32_t sign = code_point_before(text, position);
    const std::size_t length = sign == U'\'' ? 1 : sign == U'\u2019' ? std::string_view("\u2019").size() : 0;
    return length > 0 && is_letter(code_point_before(text, position - length)) ? length : 0;
}

/// Whether a quotation in single marks is open before `position`: "called it 'a door".
bool is_in_single_quotation(std::string_view text, std::size_t position) {
    constexpr std::size_t reach = 300; // bytes
    const std::size_t from = position > reach ? position - reach : 0;
    for (std::size_t at = position; at > from; --at) {
        const std::string_view rest = text.substr(at - 1);
        const bool begins = at == 1 || text[at - 2] == ' ' || text[at - 2] == '(';
        const std::size_t next = at - 1 + (rest.front() == '\'' ? 1 : 3);
        if (rest.starts_with("\u2018") || (begins && (rest.front() == '\'' || rest.starts_with("\u2019")))) {
            return !is_digit(code_point_at(text, std::min(next, text.size()))); // not "'82"
        }
        if (rest.starts_with("' ") || rest.starts_with("\u2019 ")) {
            return false;
        }
    }
    return false;
}

/// "nell'83", "d'84": a year or a day after an elided word.
bool is_after_elision(std::string_view text, std::size_t begin) {
    const std::size_t length = elision_before(text, begin);
    return length > 0 && !is_in_single_quotation(text, begin - length);
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
        if (sign != '.' && sign != ',') {
            return MarkEvidence::none;
        }
        return year_begin(text, punctuation.begin) == punctuation.begin
                   ? after_number(text, punctuation.begin, end)
                   : after_year(text, punctuation.begin, end);
    }
    const bool closes = punctuation.ends_sentence && (punctuation.has_quote || punctuation.has_bracket);
    return closes && begins_sentence(text, end) ? MarkEvidence::likely : MarkEvidence::none;
}

/// What the place of a number in round brackets says, which begins at `open` and ends before `end`.
MarkEvidence evidence_of_round_bracket(std::string_view text, std::size_t open, std::size_t end) {
    constexpr std::size_t min_word = 3;
    const Punctuation punctuation = punctuation_before(text, open);
    const char32_t before = code_point_before(text, punctuation.begin);
    if (!is_letter(before) && !is_digit(before)) {
        return MarkEvidence::none;
    }
    if (punctuation.signs == 0) { // "Trio(2)", "12(3)"
        const bool word = is_lower(before) && count_code_points(word_before(text, open)) >= min_word;
        return word ? MarkEvidence::weak : MarkEvidence::none;
    }
    const bool closes = punctuation.ends_sentence || (punctuation.has_quote && punctuation.signs > 1);
    return closes && begins_sentence(text, end) ? MarkEvidence::likely : MarkEvidence::weak;
}

} // namespace

std::optional<MarkCandidate> number_mark(std::string_view text, std::size_t begin) {
    const auto numbers = numbers_at(text, begin);
    if (!numbers || !ends_word(text, numbers->end) || is_after_elision(text, begin)) {
        return std::nullopt;
    }
    const MarkEvidence evidence = evidence_of_number(text, begin, numbers->end);
    if (evidence == MarkEvidence::none) {
        return std::nullopt;
    }
    return MarkCandidate{
        {begin, numbers->end}, MarkSeries::attached_number, numbers->first, numbers->last, evidence};
}

std::optional<MarkCandidate> round_bracket_mark(std::string_view text, std::size_t open) {
    const auto numbers = numbers_at(text, open + 1);
    if (!numbers || text.substr(numbers->end, 1) != ")" || !ends_word(text, numbers->end + 1)) {
        return std::nullopt;
    }
    const std::size_t end = numbers->end + 1;
    const MarkEvidence evidence = evidence_of_round_bracket(text, open, end);
    if (evidence == MarkEvidence::none) {
        return std::nullopt;
    }
    return MarkCandidate{{open, end}, MarkSeries::round_number, numbers->first, numbers->last, evidence};
}

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
    return numbers.end != 0 ? std::optional(numbers) : std::nullopt;
}

} // namespace recital
