// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/inline/line_end.h"

#include "base/unicode.h"
#include "document/language/word_list.h"

#include <algorithm>
#include <array>

namespace recital {

namespace {

constexpr std::string_view soft_hyphen = "\u00AD";
constexpr std::string_view scanned_hyphen = "\u00AC";
constexpr std::string_view fixed_hyphen = "\u2011"; ///< "non-breaking": never inserted to divide a word

/// Signs that end at a line's end only if a word is divided there.
bool divides_always(std::string_view hyphen) {
    return hyphen == soft_hyphen || hyphen == scanned_hyphen;
}

std::size_t start_of_last(std::string_view text) {
    std::size_t start = text.size();
    do {
        --start;
    } while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U);
    return start;
}

bool ends_with_letter(std::string_view text) {
    if (text.empty()) {
        return false;
    }
    std::size_t position = start_of_last(text);
    return is_letter(next_code_point(text, position));
}

bool begins_with_small_letter(std::string_view text) {
    std::size_t position = 0;
    return !text.empty() && is_lower(next_code_point(text, position));
}

/// The letters at the start of the text.
std::string_view first_letters(std::string_view text) {
    std::size_t end = 0;
    for (std::size_t position = 0; position < text.size(); end = position) {
        if (!is_letter(next_code_point(text, position))) {
            break;
        }
    }
    return text.substr(0, end);
}

/// The last word, with hyphens inside.
std::string_view last_word(std::string_view text) {
    constexpr std::size_t max_length = 64;
    const std::string_view tail = text.substr(text.size() - std::min(text.size(), max_length));
    const auto border = tail.find_last_of(" \n\t([\"'_*/");
    return border == std::string_view::npos ? tail : tail.substr(border + 1);
}

} // namespace

bool is_conjunction(std::string_view word) {
    constexpr std::array<std::string_view, 16> words = {"and", "or", "to", "und", "oder", "bis", "et", "ou",
                                                        "y",   "e",  "o",  "en",  "of",   "och", "og", "nor"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::size_t dividing_hyphen(std::string_view text) {
    constexpr std::array<std::string_view, 5> hyphens = {"-", "\u2010", fixed_hyphen, soft_hyphen,
                                                         scanned_hyphen};
    for (const std::string_view hyphen : hyphens) {
        if (text.ends_with(hyphen) && ends_with_letter(text.substr(0, text.size() - hyphen.size()))) {
            return hyphen.size();
        }
    }
    return 0;
}

LineBorder LineEnds::border(std::string_view before, std::string_view next) {
    const std::size_t length = dividing_hyphen(before);
    if (length == 0) {
        return LineBorder::blank;
    }
    const std::string_view hyphen = before.substr(before.size() - length);
    if (divides_always(hyphen)) {
        return LineBorder::rejoined;
    }
    std::size_t position = 0;
    if (next.empty() || !is_letter(next_code_point(next, position))) {
        return LineBorder::blank;
    }
    if (!begins_with_small_letter(next)) {
        return LineBorder::glued;
    }
    const std::string_view second = first_letters(next);
    if (is_conjunction(second)) { // "pre- and post-war": the word is completed later
        return LineBorder::blank;
    }
    const bool keeps =
        hyphen == fixed_hyphen || keeps_hyphen(last_word(before.substr(0, before.size() - length)), second);
    return keeps ? LineBorder::glued : LineBorder::rejoined;
}

bool LineEnds::keeps_hyphen(std::string_view first, std::string_view second) {
    const auto hyphen = first.rfind('-');
    if (hyphen != std::string_view::npos) { // "twelve-year-", "old"
        return true;
    }
    const std::string joined = std::string(first) + std::string(second);
    const std::string folded = fold_case(joined);
    if (is_english_word(folded) || is_word_of_text(joined)) {
        return false;
    }
    const std::string folded_first = fold_case(first);
    return is_word_of_text(std::string(first) + "-" + std::string(second)) ||
           (is_english_word(second) && (is_english_word(folded_first) || is_hyphenated_prefix(folded_first)));
}

void LineEnds::append(std::string& text, std::string_view line) {
    switch (border(text, line)) {
    case LineBorder::blank:
        text += ' ';
        break;
    case LineBorder::rejoined:
        text.resize(text.size() - dividing_hyphen(text));
        break;
    case LineBorder::glued:
        break;
    }
    text += line;
}

bool LineEnds::is_word_of_text(std::string_view word) {
    if (words_.empty()) {
        constexpr std::string_view between = " \n\t\r.,;:!?()[]\"'_*<>/";
        for (std::size_t at = 0; at < text_.size();) {
            const std::size_t start = text_.find_first_not_of(between, at);
            if (start == std::string_view::npos) {
                break;
            }
            at = std::min(text_.find_first_of(between, start), text_.size());
            words_.insert(text_.substr(start, at - start));
        }
    }
    return words_.contains(word);
}

} // namespace recital
