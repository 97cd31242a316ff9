// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace recital {

enum class LexemeKind {
    word,       ///< letters, with apostrophes between them
    possessive, ///< "'s" at the end of a word or a number
    number,     ///< digits, with grouping marks and decimals
    mark,       ///< one character that is none of these
};

/// A span of a sentence that is never taken apart.
struct Lexeme {
    LexemeKind kind = LexemeKind::mark;
    std::string_view text;
    std::size_t begin = 0; ///< byte in the sentence
    bool spaced = false;   ///< whether a space is before it

    [[nodiscard]] std::size_t end() const { return begin + text.size(); }
};

/// How a language writes numbers.
struct NumberMarks {
    char decimal = '.';
    char group = ',';
};

/// The pieces of a sentence in order; spaces belong to none.
[[nodiscard]] std::vector<Lexeme> split_lexemes(std::string_view sentence, NumberMarks marks);

} // namespace recital
