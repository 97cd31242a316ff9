// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/spoken/breath.h"

#include <cstddef>

namespace recital {

bool needs_breath(const Verbalization& speech, std::string_view word) {
    constexpr std::size_t clause_words = 20;
    constexpr std::size_t phrase_words = 25;
    constexpr std::size_t max_words = 28;
    const auto& language = speech.language();
    const auto words = speech.words_since_mark();
    if (words < clause_words || speech.following().empty()) {
        return false;
    }
    const bool preposition = language.is(word, LexicalClass::preposition);
    const bool after_preposition = language.is(speech.preceding(), LexicalClass::preposition) ||
                                   language.lists("tied to the next", speech.preceding());
    if (after_preposition) {
        return false;
    }
    const bool relative = language.lists("relatives", speech.following());
    if ((preposition || language.lists("tied to the next", word)) && relative) {
        return true;
    }
    if (language.is(word, LexicalClass::breath) && !language.lists("relatives", speech.preceding())) {
        return true;
    }
    constexpr std::size_t few_words = 7; // no breath just before a mark
    if (speech.tokens_to_mark() < few_words) {
        return false;
    }
    const bool phrase_opens = words >= max_words ||
                              language.is(speech.following(), LexicalClass::determiner) ||
                              language.is(speech.following(), LexicalClass::preposition);
    const bool joint = language.is(word, LexicalClass::conjunction) && !preposition &&
                       !language.lists("tied to the last", word);
    const bool phrase = words >= phrase_words && preposition && !language.lists("tied to the last", word);
    return phrase_opens && (joint || phrase);
}

} // namespace recital
