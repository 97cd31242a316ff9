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

/// A span of a sentence that is never split further (pre-token). `text` is a view into the sentence.
struct Lexeme {
    LexemeKind kind = LexemeKind::mark;
    std::string_view text;
    std::size_t begin = 0; ///< byte in the sentence
    bool spaced = false;   ///< whether a space precedes it

    [[nodiscard]] std::size_t end() const { return begin + text.size(); }
};

/// The decimal and the grouping mark in a language's numbers.
struct NumberMarks {
    char decimal = '.';
    char group = ',';
};

/// Splits a sentence into lexemes, in order; spaces belong to none of them.
[[nodiscard]] std::vector<Lexeme> split_lexemes(std::string_view sentence, NumberMarks marks);

} // namespace recital
