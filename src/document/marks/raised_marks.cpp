// SPDX-License-Identifier: GPL-3.0-or-later
// Raised marks and signs of attached_forms.h.
#include "base/unicode.h"
#include "document/inline/power_bases.h"
#include "document/marks/attached_forms.h"
#include "document/marks/surroundings.h"

namespace recital {

namespace {

constexpr int max_value = 999;

/// The digits "\u00B2" and the like at a place.
struct RaisedNumber {
    std::size_t end = 0;
    int value = 0; ///< 0 if there are none
};

RaisedNumber raised_number_at(std::string_view text, std::size_t position) {
    RaisedNumber number{position};
    while (number.end < text.size() && number.value <= max_value) {
        std::size_t after = number.end;
        const int digit = superscript_digit(next_code_point(text, after));
        if (digit < 0) {
            break;
        }
        number.value = number.value * 10 + digit;
        number.end = after;
    }
    return number;
}

/// Several raised numbers: "\u00B9,\u00B2", "\u00B9\u207B\u00B3", "\u207D\u00B9\u207E". Nothing if there are
/// none.
std::optional<Numbers> raised_numbers_at(std::string_view text, std::size_t position) {
    const bool brackets = code_point_at(text, position) == U'\u207D';
    if (brackets) {
        (void)next_code_point(text, position);
    }
    RaisedNumber number = raised_number_at(text, position);
    Numbers numbers{number.end, number.value, number.value};
    while (number.value > 0) {
        const char32_t sign = code_point_at(text, number.end);
        if (sign != ',' && sign != '-' && sign != U'\u2013' && sign != U'\u207B') {
            break;
        }
        std::size_t after = number.end;
        (void)next_code_point(text, after);
        number = raised_number_at(text, after);
        if (number.value <= numbers.last) {
            break;
        }
        numbers.last = number.value;
        numbers.end = number.end;
    }
    if (brackets) {
        if (code_point_at(text, numbers.end) != U'\u207E') {
            return std::nullopt;
        }
        (void)next_code_point(text, numbers.end);
    }
    return numbers.first == 0 || numbers.last > max_value ? std::nullopt : std::optional(numbers);
}

/// Whether a raised number at `begin` is a mark of what is before it: a word, a year or punctuation. After a
/// unit, a quantity or a number it is a power.
bool refers_to_text(std::string_view text, std::size_t begin) {
    const char32_t before = code_point_before(text, begin);
    const std::string_view word = word_before(text, begin);
    const bool of_word = is_letter(before) && count_code_points(word) > 1 && !is_power_base(word);
    const bool of_year = is_digit(before) && is_year(digits_before(text, begin));
    return of_word || of_year || is_closing(before);
}

/// The number after a caret: "1", "[1]", "(1)", "{1}", "1,2", "1^".
std::optional<Numbers> numbers_after_caret(std::string_view text, std::size_t position) {
    constexpr std::string_view opening = "[({";
    constexpr std::string_view closing = "])}";
    const auto bracket = position < text.size() ? opening.find(text[position]) : std::string_view::npos;
    auto numbers = numbers_at(text, position + (bracket == std::string_view::npos ? 0 : 1));
    if (!numbers) {
        return std::nullopt;
    }
    if (bracket != std::string_view::npos) {
        if (text.substr(numbers->end, 1) != closing.substr(bracket, 1)) {
            return std::nullopt;
        }
        ++numbers->end;
    }
    return numbers;
}

/// The mark of raised numbers that begin at `begin`, if they refer to what is before them.
std::optional<MarkCandidate> raised_mark(std::string_view text, std::size_t begin,
                                         const std::optional<Numbers>& numbers) {
    if (!numbers || !ends_word(text, numbers->end) || !refers_to_text(text, begin)) {
        return std::nullopt;
    }
    return MarkCandidate{{begin, numbers->end},
                         MarkSeries::superscript_number,
                         numbers->first,
                         numbers->last,
                         MarkEvidence::likely};
}

} // namespace

int superscript_digit(char32_t c) {
    constexpr std::u32string_view digits = U"\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";
    const auto found = digits.find(c);
    return found == std::u32string_view::npos ? -1 : static_cast<int>(found);
}

std::optional<MarkCandidate> superscript_mark(std::string_view text, std::size_t begin) {
    return raised_mark(text, begin, raised_numbers_at(text, begin));
}

std::optional<MarkCandidate> caret_mark(std::string_view text, std::size_t begin) {
    return raised_mark(text, begin, numbers_after_caret(text, begin + 1));
}

std::optional<MarkCandidate> sign_mark(std::string_view text, std::size_t begin, bool opened) {
    constexpr std::size_t min_word = 3;
    constexpr std::size_t max_signs = 3;
    const char32_t sign = code_point_at(text, begin);
    std::size_t end = begin;
    std::size_t count = 0;
    while (code_point_at(text, end) == sign) {
        (void)next_code_point(text, end);
        ++count;
    }
    const std::size_t letters = count_code_points(word_before(text, closing_begin(text, begin)));
    // "law\u00A7 12" is a section of a law.
    const auto next = text.find_first_not_of(' ', end);
    const bool of_number =
        sign == U'\u00A7' && next != std::string_view::npos && is_digit(code_point_at(text, next));
    const bool is_mark = count <= max_signs && letters >= min_word && ends_word(text, end) && !of_number &&
                         !(sign == '*' && opened);
    return is_mark ? std::optional(MarkCandidate{{begin, end}}) : std::nullopt;
}

} // namespace recital
