// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject/vital_dates_words.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/subject/vital_dates.h"

#include <algorithm>

namespace recital {

namespace {

constexpr std::string_view marks = ",;:.!?()\"";

bool is_step(std::string_view word, const StructureWords::Set& date_words) {
    const std::string_view inside = bare(word);
    return inside.empty() || begins_upper(inside) || begins_with_digit(inside) || has(date_words, word);
}

bool is_approximation(std::string_view word) {
    return StructureWords::known().approximations.contains_folded(word);
}

} // namespace

std::string_view bare(std::string_view word) {
    return trimmed(word, marks);
}

bool has(const StructureWords::Set& words, std::string_view word) {
    return words.contains_folded(bare(word));
}

bool begins_upper(std::string_view word) {
    std::size_t position = 0;
    return is_upper(next_code_point(word, position));
}

bool begins_with_digit(std::string_view word) {
    return !word.empty() && word.front() >= '0' && word.front() <= '9';
}

bool can_end_sentence(std::string_view word) {
    constexpr std::size_t max_short_length = 3; // letters of an initial or an abbreviation
    const std::string_view letters = trimmed(word, ".");
    return !word.ends_with('.') || (count_code_points(letters) > max_short_length) ||
           (count_code_points(letters) == max_short_length && !begins_upper(letters)) ||
           word.ends_with("..") || (begins_with_digit(letters) && letters.size() > 2);
}

Words sentences_of(std::string_view paragraph) {
    Words sentences;
    std::size_t begin = 0;
    for (auto space = paragraph.find(' '); space != std::string_view::npos;
         space = paragraph.find(' ', space + 1)) {
        const char before = space == 0 ? ' ' : paragraph[space - 1];
        if (before != '.' && before != '!' && before != '?') {
            continue;
        }
        const auto word = paragraph.substr(0, space).rfind(' ');
        const std::size_t start = word == std::string_view::npos ? 0 : word + 1;
        if (can_end_sentence(paragraph.substr(start, space - start))) {
            sentences.push_back(paragraph.substr(begin, space - begin));
            begin = space + 1;
        }
    }
    sentences.push_back(paragraph.substr(begin));
    return sentences;
}

std::string_view after_bracket(std::string_view text) {
    const auto close = text.find(") ");
    return text.starts_with('(') && close != std::string_view::npos ? text.substr(close + 2) : text;
}

std::optional<std::string_view> after_phrase(std::string_view text, std::string_view phrase) {
    const std::string_view front = text.substr(0, phrase.size());
    const bool ends =
        text.size() == phrase.size() || (text.size() > phrase.size() && text[phrase.size()] == ' ');
    if (!ends || fold_case(front) != phrase) {
        return std::nullopt;
    }
    return text.substr(std::min(text.size(), phrase.size() + 1));
}

bool is_path(std::string_view text, const StructureWords::Set& date_words) {
    const Words words = split(text, ' ');
    return std::all_of(words.begin(), words.end(),
                       [&date_words](std::string_view word) { return is_step(word, date_words); });
}

std::optional<FoundYear> find_leading_year(std::string_view text, const StructureWords::Set& date_words) {
    std::string approximation;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, end - at);
        if (begins_with_digit(bare(word))) {
            if (const auto year = find_year(text.substr(0, end), at)) {
                const std::string value(text.substr(year->place.begin, 4));
                return year->exact
                           ? std::optional(FoundYear{approximation + value, text.substr(year->place.end)})
                           : std::nullopt;
            }
        }
        const bool breaks = word.find_first_of(";:!?") != std::string_view::npos ||
                            (word.ends_with('.') && can_end_sentence(word));
        const bool inexact = is_approximation(word);
        if (breaks || !approximation.empty() || (!inexact && !is_step(word, date_words))) {
            return std::nullopt;
        }
        approximation = inexact ? fold_case(word) + ' ' : std::string();
        at = end + 1;
    }
    return std::nullopt;
}

} // namespace recital
