// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "text/heteronyms/word_classes.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace recital {

/// A word of a sentence, or a mark between words, with its classes.
struct ClassifiedWord {
    std::uint64_t hash = 0; ///< see FoldedHash; 0 for a mark
    WordClassSet classes = 0;
};

/// What may stand around a word. It is written as the words in order, with `_` for the word itself: "to _
/// the", "MODAL ADVERB? _". An element is a word in small letters, a class in capitals, or several with "|";
/// "!" before it negates it; "?" after it: it may be missing; "*": any number up to three. `_&CLASS&!CLASS`
/// asks for classes of the word itself. "near" before an element: it is anywhere in the sentence.
class ContextPattern {
public:
    /// Throws a `usage` error at `place` for a pattern that cannot be read.
    ContextPattern(std::string_view text, const WordClasses& classes, const SourcePlace& place);

    /// Whether the words around `index` are so.
    [[nodiscard]] bool matches(std::span<const ClassifiedWord> words, std::size_t index) const;

private:
    struct Element {
        WordClassSet classes = 0;
        std::vector<std::uint64_t> words;
        bool negated = false;
        std::size_t min = 1;
        std::size_t max = 1;

        [[nodiscard]] bool accepts(const ClassifiedWord& word) const;
    };

    [[nodiscard]] static Element read_element(std::string_view text, const WordClasses& classes,
                                              const SourcePlace& place);
    void read_self(std::string_view text, const WordClasses& classes, const SourcePlace& place);
    [[nodiscard]] static bool match(std::span<const Element> elements, std::span<const ClassifiedWord> words,
                                    std::size_t index, std::ptrdiff_t step);

    WordClassSet required_ = 0; ///< of the word itself
    WordClassSet excluded_ = 0;
    std::vector<Element> before_; ///< the nearest first
    std::vector<Element> after_;
    std::vector<Element> near_;
};

} // namespace recital
