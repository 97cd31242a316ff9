// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/heteronyms/classified_sentence.h"

#include "text/language/character.h"

namespace recital {

namespace {

constexpr ClassifiedWord mark = {0, set_of(BuiltInClass::pause)};

/// A capital says little of the first word, and of a word that always has one ("I").
WordClassSet classes_of(std::string_view text, const SpokenTextWord& word, bool is_first,
                        const WordClasses& classes) {
    constexpr WordClassSet capital = set_of(BuiltInClass::capital);
    constexpr WordClassSet name = set_of(BuiltInClass::name);
    const bool has_capital = starts_upper(text) && text.size() > 1 && !text.starts_with("I'");
    if (has_capital && !is_first) {
        return name | capital | (word.possessive ? set_of(BuiltInClass::possessive) : 0);
    }
    WordClassSet found = classes.of(text);
    const bool is_known = found != 0;
    if (is_first) {
        found |= set_of(BuiltInClass::first);
        found |= has_capital ? capital : 0;
        found |= has_capital && !is_known ? name : 0;
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
        places_.push_back(items_.size());
        items_.push_back({word.hash, classes_of(text, word, n == 0, classes)});
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
