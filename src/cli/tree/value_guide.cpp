// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tree/value_guide.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "cli/tree/near_word.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace recital {

namespace {

ValueGuide guide_of_words(ValueKind kind, std::string name, std::vector<std::string> words,
                          std::string example) {
    ValueGuide guide{kind, std::move(name), std::move(example)};
    guide.words = [words = std::move(words)] { return words; };
    return guide;
}

bool is_number(ValueKind kind) {
    return kind == ValueKind::number || kind == ValueKind::whole_number;
}

std::string range_text(const ValueGuide& guide) {
    if (guide.min && guide.max) {
        return fmt::format(" from {} to {}", *guide.min, *guide.max);
    }
    return guide.min ? fmt::format(" from {}", *guide.min) : std::string();
}

bool is_in_range(const ValueGuide& guide, double number) {
    return (!guide.min || number >= *guide.min) && (!guide.max || number <= *guide.max);
}

/// The number at the start of the text, which is cut off; nothing if there is none.
std::optional<double> cut_number(std::string_view& text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc::invalid_argument) {
        return std::nullopt;
    }
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return error == std::errc() ? number : HUGE_VAL;
}

std::optional<std::string> usual_number(const ValueGuide& guide, std::string_view value) {
    std::string_view digits = value.substr(value.starts_with('+') ? 1 : 0);
    if (guide.kind == ValueKind::whole_number) {
        if (!is_digits(digits)) {
            return std::nullopt;
        }
        while (digits.size() > 1 && digits.front() == '0') {
            digits.remove_prefix(1); // the library reads octal digits after it
        }
    }
    std::string_view rest = digits;
    const std::optional<double> number = cut_number(rest);
    const bool is_whole_text = number && rest.empty() && !digits.starts_with('+');
    return is_whole_text && is_in_range(guide, *number) ? std::optional(std::string(digits)) : std::nullopt;
}

std::optional<std::string> listed_word(const std::vector<std::string>& words, const std::string& value) {
    if (std::find(words.begin(), words.end(), value) != words.end()) {
        return value;
    }
    const std::string folded = fold_case(value);
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&folded](const std::string& word) { return fold_case(word) == folded; });
    return found == words.end() ? std::nullopt : std::optional(*found);
}

/// Empty elements stay as they are: what they mean differs between options.
std::optional<std::string> usual_list(const ValueGuide& guide, const std::string& value) {
    const std::vector<std::string> words = guide.all_words();
    std::vector<std::string> usual;
    for (const std::string_view part : split(value, ',')) {
        const auto word = part.empty() ? std::string() : listed_word(words, std::string(trimmed(part)));
        if (!word) {
            return std::nullopt;
        }
        usual.push_back(*word);
    }
    return fmt::format("{}", fmt::join(usual, ","));
}

std::string likely_word(const ValueGuide& guide, const std::vector<std::string>& words,
                        const std::string& value) {
    const std::string folded = fold_case(value.substr(value.starts_with('.') ? 1 : 0));
    for (const auto& [other, meant] : guide.other_words) {
        if (other == folded) {
            return meant;
        }
    }
    return nearest_word(folded, words);
}

std::string likely_list(const ValueGuide& guide, const std::string& value) {
    const std::vector<std::string> words = guide.all_words();
    std::vector<std::string> likely;
    constexpr std::string_view separators = ",;+/ ";
    for (std::size_t begin = 0; begin <= value.size();) {
        const std::size_t end = std::min(value.find_first_of(separators, begin), value.size());
        const std::string part = value.substr(begin, end - begin);
        begin = end + 1;
        if (part.empty()) {
            continue;
        }
        const auto word = listed_word(words, part);
        likely.push_back(word ? *word : likely_word(guide, words, part));
        if (likely.back().empty()) {
            return {};
        }
    }
    return fmt::format("{}", fmt::join(likely, ","));
}

/// "128" for "128k", "0.9" for "0,9".
std::string likely_number(const ValueGuide& guide, std::string value) {
    std::replace(value.begin(), value.end(), ',', '.');
    std::string_view rest = value;
    const std::optional<double> number = cut_number(rest);
    if (!number || !std::isfinite(*number)) {
        return {};
    }
    const std::string unit = fold_case(trimmed(rest));
    const auto found = std::find_if(guide.units.begin(), guide.units.end(),
                                    [&unit](const auto& known) { return known.first == unit; });
    const bool has_other_unit = found == guide.units.end();
    if (has_other_unit && !unit.empty()) {
        return {};
    }
    const double meant = *number * (has_other_unit ? 1 : found->second);
    const std::string text = fmt::format("{}", meant);
    return usual_number(guide, text) ? text : std::string();
}

} // namespace

ValueGuide any_text(std::string name, std::string example) {
    return {ValueKind::text, std::move(name), std::move(example)};
}

ValueGuide file_path(std::string name, std::string example) {
    return {ValueKind::file, std::move(name), std::move(example)};
}

ValueGuide folder_path(std::string name, std::string example) {
    return {ValueKind::folder, std::move(name), std::move(example)};
}

ValueGuide whole_number(std::string name, double min, double max, std::string example) {
    ValueGuide guide{ValueKind::whole_number, std::move(name), std::move(example)};
    guide.min = min;
    guide.max = max;
    return guide;
}

ValueGuide any_number(std::string name, std::string example) {
    return {ValueKind::number, std::move(name), std::move(example)};
}

ValueGuide one_of(std::string name, std::vector<std::string> words, std::string example) {
    return guide_of_words(ValueKind::word, std::move(name), std::move(words), std::move(example));
}

ValueGuide list_of(std::string name, std::vector<std::string> words, std::string example) {
    return guide_of_words(ValueKind::list, std::move(name), std::move(words), std::move(example));
}

std::string possible_values(const ValueGuide& guide) {
    const std::string of_unit = guide.unit.empty() ? std::string() : fmt::format(" of {}", guide.unit);
    switch (guide.kind) {
    case ValueKind::whole_number:
        return fmt::format("give a whole number{}{}", of_unit, range_text(guide));
    case ValueKind::number:
        return fmt::format("give a number{}{}", of_unit, range_text(guide));
    case ValueKind::word:
        return fmt::format("choose one of {}{}{}", fmt::join(guide.all_words(), ", "),
                           guide.alternative.empty() ? "" : ", ", guide.alternative);
    case ValueKind::list:
        return fmt::format("give one or several of {}, separated by commas",
                           fmt::join(guide.all_words(), ", "));
    default:
        return "give another value";
    }
}

std::optional<std::string> usual_value(const ValueGuide& guide, const std::string& value) {
    if (is_number(guide.kind)) {
        return usual_number(guide, value);
    }
    if (guide.kind == ValueKind::list) {
        return usual_list(guide, value);
    }
    const bool is_alternative =
        !guide.alternative_suffix.empty() && value.ends_with(guide.alternative_suffix);
    return guide.kind == ValueKind::word && !is_alternative ? listed_word(guide.all_words(), value) : value;
}

std::string likely_value(const ValueGuide& guide, const std::string& value) {
    if (is_number(guide.kind)) {
        return likely_number(guide, value);
    }
    if (guide.kind == ValueKind::list) {
        return likely_list(guide, value);
    }
    return guide.kind == ValueKind::word ? likely_word(guide, guide.all_words(), value) : std::string();
}

bool is_unit(const ValueGuide& guide, std::string_view text) {
    const std::string folded = fold_case(text);
    return std::any_of(guide.units.begin(), guide.units.end(),
                       [&folded](const auto& unit) { return unit.first == folded; });
}

} // namespace recital
