// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// A word of an opening sentence.
struct OpeningWord {
    std::string_view written; ///< with its punctuation; a view into the sentence
    std::string key;          ///< see naming_key
    int depth = 0;            ///< number of brackets that it is inside
    bool opens_piece = false; ///< whether punctuation precedes it: it may be a verb after an apposition
};

/// The words of a sentence, at most `max_opening_words`.
[[nodiscard]] std::vector<OpeningWord> opening_words(std::string_view sentence);

/// The sentences of an opening, at least one; views into the text. Unlike `sentences_of`, none ends inside
/// brackets, before a word in lower case or after "geb.".
[[nodiscard]] std::vector<std::string_view> opening_sentences(std::string_view text);

inline constexpr std::size_t max_opening_words = 150;

/// The first sentences of a paragraph with the spaces that punctuation and brackets should have: "Kaji ,
/// (born" and "Kaji(born" give "Kaji, (born" and "Kaji (born".
[[nodiscard]] std::string opening_text(std::string_view paragraph);

} // namespace recital
