// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/structure/heading.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/language/structure_words.h"
#include "document/structure/heading_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>

namespace recital {

namespace {

constexpr std::string_view blanks_and_marks = " .:)/|-\t";

/// The value of a roman number in its usual form; 0 for any other text.
int roman_value(std::string_view text) {
    struct Numeral {
        std::string_view letters;
        int value;
    };
    constexpr std::array<Numeral, 9> numerals = {Numeral{"C", 100}, {"XC", 90}, {"L", 50},
                                                 {"XL", 40},        {"X", 10},  {"IX", 9},
                                                 {"V", 5},          {"IV", 4},  {"I", 1}};
    int value = 0;
    for (const Numeral& numeral : numerals) {
        for (int times = 0;
             text.starts_with(numeral.letters) && times < (numeral.letters.size() == 2 ? 1 : 3); ++times) {
            value += numeral.value;
            text.remove_prefix(numeral.letters.size());
        }
    }
    return text.empty() ? value : 0;
}

/// The value of "4", "2.1" (of the last number) or "IV"; 0 for any other text.
int value_of(std::string_view numeral) {
    const std::string_view last = numeral.substr(numeral.rfind('.') + 1);
    constexpr std::size_t max_digits = 3;
    int value = 0;
    if (is_digits(last) && last.size() <= max_digits) {
        std::from_chars(last.data(), last.data() + last.size(), value);
        return value;
    }
    return roman_value(numeral);
}

bool is_listed_number(std::string_view word) {
    return StructureWords::known().numbers.contains_folded(word);
}

/// The title after a number, without the marks between them.
std::string title_after(std::string_view rest) {
    rest = trimmed(rest, blanks_and_marks);
    while (rest.starts_with("\u2013") || rest.starts_with("\u2014")) {
        rest = trimmed(rest.substr(std::string_view("\u2013").size()), blanks_and_marks);
    }
    return std::string(rest);
}

/// The number at the start of what follows a division: "IX.", "the First", "Twenty-One".
std::string_view numeral_at(std::string_view text) {
    const auto first = text.substr(0, text.find_first_of(" :/"));
    const auto second_end = text.find_first_of(" :/.,", std::min(text.size(), first.size() + 1));
    const std::string_view two = text.substr(0, second_end);
    if (first.size() < text.size() && is_listed_number(two)) {
        return two;
    }
    const std::string_view bare = trimmed(first, ".,)");
    return is_number_word(bare) || value_of(bare) > 0 || roman_value(bare) > 0 ? bare : std::string_view();
}

HeadingParts division_parts(std::string_view line) {
    const std::string_view first = line.substr(0, line.find_first_of(" .:"));
    const std::string_view after = trimmed(line.substr(first.size()), " .:");
    if (is_division(first)) {
        const std::string_view numeral = numeral_at(after);
        if (!numeral.empty()) {
            return {std::string(first), std::string(numeral), value_of(numeral),
                    title_after(after.substr(numeral.size()))};
        }
        return {};
    }
    const std::string_view second = trimmed(after.substr(0, after.find(' ')), ".:");
    if (is_listed_number(first) && is_division(second)) { // "Zweites Kapitel"
        return {std::string(second), std::string(first), 0, title_after(after.substr(second.size()))};
    }
    return {};
}

bool begins_title(std::string_view text) {
    std::size_t position = 0;
    const char32_t first = text.empty() ? U' ' : next_code_point(text, position);
    return is_upper(first) ||
           std::u32string_view(U"\"\u201C\u201E\u00AB'\u2018").find(first) != std::u32string_view::npos;
}

/// "4. Brecon", "(4) Brecon", "IV", "2 / Brecon", "4 Brecon", "\u00A7 4. Brecon".
HeadingParts numbered_parts(std::string_view line) {
    constexpr std::string_view section = "\u00A7";
    line.remove_prefix(line.starts_with(section) ? section.size() : 0);
    const std::string_view text = trimmed(line, "([ ");
    const auto end = std::min(text.find_first_not_of("0123456789.IVXLC"), text.size());
    const std::string_view numeral = trimmed(text.substr(0, end), ".");
    const int value = value_of(numeral);
    if (value == 0 || numeral == "C" || numeral == "L") { // "C. P. E. Bach"
        return {};
    }
    const std::string_view rest = text.substr(std::min(numeral.size(), text.size()));
    if (trimmed(rest, ".)]: -").empty()) {
        return {{}, std::string(numeral), value, {}};
    }
    const bool digits = numeral.front() >= '0' && numeral.front() <= '9';
    constexpr std::array<std::string_view, 11> marks = {
        ". ", ") ", "] ", ": ", ".) ", ".: ", " / ", " - ", " \u2013 ", " \u2014 ", " | "};
    const bool separated = std::any_of(marks.begin(), marks.end(),
                                       [rest](std::string_view mark) { return rest.starts_with(mark); });
    const bool blank = rest.front() == ' ' && begins_title(trimmed(rest)) && (digits || numeral.size() > 1);
    if (!separated && !blank) {
        return {};
    }
    return {{}, std::string(numeral), value, title_after(rest)};
}

/// "Twelve: The Sea", "Second / The Sea": a number in words needs a mark after it ("Three Sisters").
HeadingParts worded_parts(std::string_view line) {
    const std::string_view numeral = numeral_at(line);
    if (numeral.empty() || value_of(numeral) > 0 || roman_value(numeral) > 0) {
        return {};
    }
    const std::string_view rest = line.substr(numeral.size());
    constexpr std::array<std::string_view, 7> marks = {". ",       ": ",       " / ", " - ",
                                                       " \u2013 ", " \u2014 ", " | "};
    const bool separated = std::any_of(marks.begin(), marks.end(),
                                       [rest](std::string_view mark) { return rest.starts_with(mark); });
    return separated ? HeadingParts{{}, std::string(numeral), 0, title_after(rest)} : HeadingParts();
}

std::string one_line(std::string_view heading) {
    std::string line(trimmed(heading, " \n"));
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
}

/// Letters and digits in small letters, words separated by single blanks, with a blank around.
std::string key_of(std::string_view text) {
    std::string key = " ";
    for (std::size_t position = 0; position < text.size();) {
        const char32_t c = next_code_point(text, position);
        if (is_letter(c) || is_digit(c)) {
            append_utf8(key, c);
        } else if (c != U'\'' && c != U'\u2019' && key.back() != ' ') {
            key += ' ';
        }
    }
    key = fold_case(key);
    return key.back() == ' ' ? key : key + ' ';
}

/// Whether the numbers are equal as far as their values are known.
bool may_be_equal(const HeadingParts& left, const HeadingParts& right) {
    if (left.number != 0 && right.number != 0) {
        return left.number == right.number;
    }
    return (left.number == 0) != (right.number == 0) || key_of(left.numeral) == key_of(right.numeral);
}

std::string with_title(std::string_view numbered, std::string_view title) {
    return std::string(numbered) + "\n" + std::string(title);
}

/// Both have a number, and it may be the same one.
std::optional<std::string> joined_numbered(std::string_view above, const HeadingParts& first,
                                           std::string_view below, const HeadingParts& second) {
    if (!may_be_equal(first, second) || (!first.division.empty() && !second.division.empty() &&
                                         key_of(first.division) != key_of(second.division))) {
        return std::nullopt;
    }
    if (second.is_bare()) {
        return std::string(first.is_bare() && first.division.empty() ? below : above);
    }
    if (first.is_bare()) {
        return first.division.empty() || !second.division.empty() ? std::string(below)
                                                                  : with_title(above, second.title);
    }
    return key_of(first.title) == key_of(second.title) ? std::optional(std::string(above)) : std::nullopt;
}

} // namespace

HeadingParts parts_of_heading(std::string_view heading) {
    const std::string line = one_line(heading);
    HeadingParts parts = division_parts(line);
    if (parts.numeral.empty()) {
        parts = numbered_parts(line);
    }
    if (parts.numeral.empty()) {
        parts = worded_parts(line);
    }
    if (parts.numeral.empty()) {
        const std::string_view word = trimmed(line, blanks_and_marks);
        (is_listed_number(word) ? parts.numeral : parts.title) =
            is_listed_number(word) ? std::string(word) : line;
    }
    return parts;
}

std::optional<std::string> joined_headings(std::string_view above, std::string_view below) {
    if (key_of(above) == key_of(below)) {
        return std::string(above);
    }
    const HeadingParts first = parts_of_heading(above);
    const HeadingParts second = parts_of_heading(below);
    if (first.numeral.empty()) {
        return std::nullopt;
    }
    if (!second.numeral.empty()) {
        return joined_numbered(above, first, below, second);
    }
    if (first.is_bare()) {
        return with_title(above, below);
    }
    return key_of(first.title) == key_of(second.title) ? std::optional(std::string(above)) : std::nullopt;
}

std::optional<std::string> labelled_heading(std::string_view label, std::string_view heading) {
    if (const auto joined = joined_headings(label, heading)) {
        return joined;
    }
    const HeadingParts first = parts_of_heading(label);
    const HeadingParts second = parts_of_heading(heading);
    if (first.numeral.empty() && second.is_bare()) {
        return with_title(heading, label);
    }
    if (!first.numeral.empty() && !second.numeral.empty() && !may_be_equal(first, second)) {
        return std::nullopt;
    }
    const std::string short_key = key_of(first.title);
    const std::string long_key = key_of(second.title);
    if (short_key.size() < 2 || long_key.size() < 2) {
        return std::nullopt;
    }
    if (short_key.find(long_key) != std::string::npos) {
        return first.numeral.empty() && !second.numeral.empty() ? std::string(heading) : std::string(label);
    }
    if (long_key.find(short_key) != std::string::npos) {
        return first.numeral.empty() || !second.numeral.empty()
                   ? std::string(heading)
                   : with_title(label.substr(0, label.find(first.title)), heading);
    }
    return std::nullopt;
}

bool repeats_heading(std::string_view line, std::string_view heading) {
    if (key_of(line) == key_of(heading)) {
        return true;
    }
    const HeadingParts parts = parts_of_heading(heading);
    const HeadingParts own = parts_of_heading(line);
    if (own.is_bare()) {
        return !parts.numeral.empty() && may_be_equal(parts, own);
    }
    return key_of(line) == key_of(parts.title) || key_of(heading).starts_with(key_of(line)) ||
           key_of(heading).ends_with(key_of(line));
}

} // namespace recital
