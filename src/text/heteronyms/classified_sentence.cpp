// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/heteronyms/classified_sentence.h"

#include "text/language/character.h"

namespace recital {

namespace {

constexpr ClassifiedWord mark = {0, set_of(BuiltInClass::pause)};

/// A capital says little of the first word, and of a word that always has one ("I").
WordClassSet classes_of(std::string_view text, bool is_first, const WordClasses& classes) {
    constexpr std::size_t longest_pronoun = 1;
    WordClassSet found = classes.of(text);
    if (is_first) {
        found |= set_of(BuiltInClass::first);
    }
    if (starts_upper(text) && text.size() > longest_pronoun && !text.starts_with("I'")) {
        found |= set_of(BuiltInClass::capital);
        found = !is_first               ? set_of(BuiltInClass::name) | set_of(BuiltInClass::capital)
                : classes.of(text) == 0 ? found | set_of(BuiltInClass::name)
                                        : found;
    }
    return found;
}

} // namespace

ClassifiedSentence::ClassifiedSentence(std::string_view spoken, std::span<const SpokenTextWord> words,
                                       const WordClasses& classes) {
    items_.push_back(mark);
    for (std::size_t n = 0; n < words.size(); ++n) {
        const SpokenTextWord& word = words[n];
        if (n > 0 && !word.joined) {
            items_.push_back(mark);
        }
        const std::string_view text = spoken.substr(word.begin, word.end - word.begin);
        ClassifiedWord item{word.hash, classes_of(text, n == 0, classes)};
        const bool after_s = text.ends_with("s'");
        if ((word.possessive && classes.of(text) == 0) || after_s) {
            item.classes |= set_of(BuiltInClass::possessive);
        }
        places_.push_back(items_.size());
        items_.push_back(item);
    }
    items_.push_back(mark);
}

bool ClassifiedSentence::is_alone(std::size_t place, WordClassSet finite, WordClassSet border) const {
    const WordClassSet end = border | set_of(BuiltInClass::pause);
    for (std::size_t n = place; (items_[--n].classes & end) == 0;) {
        if ((items_[n].classes & finite) != 0) {
            return false;
        }
    }
    for (std::size_t n = place; (items_[++n].classes & end) == 0;) {
        if ((items_[n].classes & finite) != 0) {
            return false;
        }
    }
    return true;
}

} // namespace recital
