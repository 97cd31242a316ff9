// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/heteronyms/context_pattern.h"
#include "text/heteronyms/word_classes.h"
#include "text/lexicon/pronunciation_source.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace recital {

/// The words of a sentence with their classes, and a mark wherever more than a space or a hyphen is between
/// two words, and at both ends.
class ClassifiedSentence {
public:
    /// `words` are all of `spoken`.
    ClassifiedSentence(std::string_view spoken, std::span<const SpokenTextWord> words,
                       const WordClasses& classes);

    [[nodiscard]] std::span<const ClassifiedWord> words() const { return items_; }
    /// Where the word of the spoken form is in `words()`.
    [[nodiscard]] std::size_t place_of(std::size_t word) const { return places_[word]; }
    /// Adds classes to a word.
    void add(std::size_t place, WordClassSet classes) { items_[place].classes |= classes; }
    /// Whether no word of the clause with that place belongs to the class `finite`. A clause ends at a mark
    /// and at words of the class `border`.
    [[nodiscard]] bool is_alone(std::size_t place, WordClassSet finite, WordClassSet border) const;

private:
    std::vector<ClassifiedWord> items_;
    std::vector<std::size_t> places_;
};

} // namespace recital
