// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/subject/opening_words.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "document/language/structure_words.h"
#include "document/subject/naming_words.h"
#include "document/subject/vital_dates_words.h"

#include <algorithm>

namespace recital {

namespace {

constexpr std::size_t max_opening_bytes = 2000;

int brackets(std::string_view word, char opening, char closing) {
    return static_cast<int>(std::count(word.begin(), word.end(), opening) -
                            std::count(word.begin(), word.end(), closing));
}

bool ends_piece(std::string_view word) {
    constexpr std::string_view right_quote = "\u201D";
    return !word.empty() && (std::string_view(",;:)]\"").find(word.back()) != std::string_view::npos ||
                             word.ends_with(right_quote));
}

/// Whether a sentence can begin here.
bool can_begin_sentence(std::string_view text) {
    std::size_t position = 0;
    const char32_t first = next_code_point(text, position);
    return !is_lower(first) && first != U'(';
}

/// Whether a sentence ends after the word, at the end of what is outside of brackets.
bool ends_sentence(std::string_view word) {
    constexpr std::string_view right_quote = "\u201D";
    std::string_view bare_word = trimmed(word, "\"')([]");
    bare_word = bare_word.ends_with(right_quote) ? bare_word.substr(0, bare_word.size() - right_quote.size())
                                                 : bare_word;
    const bool has_mark =
        !bare_word.empty() && std::string_view(".!?").find(bare_word.back()) != std::string_view::npos;
    const StructureWords& words = StructureWords::known();
    const std::string folded = fold_case(bare_word);
    return has_mark && can_end_sentence(bare_word) && !words.maidens.contains(folded) &&
           !words.births.contains(folded);
}

} // namespace

std::vector<std::string_view> opening_sentences(std::string_view text) {
    std::vector<std::string_view> sentences;
    std::size_t begin = 0;
    int depth = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, end - at);
        depth = std::max(0, depth + brackets(word, '(', ')') + brackets(word, '[', ']'));
        at = std::min(text.size(), end + 1);
        if (depth == 0 && at < text.size() && ends_sentence(word) && can_begin_sentence(text.substr(at))) {
            sentences.push_back(text.substr(begin, end - begin));
            begin = at;
        }
    }
    sentences.push_back(text.substr(begin));
    return sentences;
}

std::vector<OpeningWord> opening_words(std::string_view sentence) {
    std::vector<OpeningWord> words;
    int depth = 0;
    bool opens_piece = true;
    for (const std::string_view written : split(sentence, ' ')) {
        if (written.empty()) {
            continue;
        }
        if (words.size() == max_opening_words) {
            break;
        }
        const bool opens_bracket = written.front() == '(' || written.front() == '[';
        words.push_back({written, naming_key(written), std::max(0, depth + static_cast<int>(opens_bracket)),
                         opens_piece || opens_bracket});
        depth = std::max(0, depth + brackets(written, '(', ')') + brackets(written, '[', ']'));
        opens_piece = ends_piece(written);
    }
    return words;
}

std::string opening_text(std::string_view paragraph) {
    const std::string_view front = prefix_on_character(paragraph, max_opening_bytes);
    std::string text;
    for (std::size_t at = 0; at < front.size(); ++at) {
        const char byte = front[at];
        const bool is_before_comma = byte == ' ' && at + 1 < front.size() && front[at + 1] == ',';
        if (is_before_comma) {
            continue;
        }
        if (byte == '(' && at > 0 &&
            std::string_view(" ([/\"'-").find(front[at - 1]) == std::string_view::npos) {
            text += ' ';
        }
        text += byte;
    }
    return text;
}

} // namespace recital
