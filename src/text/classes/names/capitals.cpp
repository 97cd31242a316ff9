// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/names/capitals.h"

#include <cstddef>
#include <string_view>

namespace recital {

bool is_vowel(char letter) {
    return std::string_view("AEIOUY").find(letter) != std::string_view::npos;
}

bool has_word_borders(std::string_view capitals, const Language& language) {
    const auto is_pair = [](std::string_view letters) {
        return !is_vowel(letters[0]) && !is_vowel(letters[1]);
    };
    const auto opening = capitals.substr(0, 2);
    const auto ending = capitals.substr(capitals.size() - 2);
    return (!is_pair(opening) || language.is(opening, LexicalClass::onset)) &&
           (!is_pair(ending) || language.is(ending, LexicalClass::coda));
}

bool has_word_ending(std::string_view capitals, const Language& language) {
    const auto ending = capitals.substr(capitals.size() - 2);
    return !language.lists_word_borders() || is_vowel(ending[0]) || is_vowel(ending[1]) ||
           language.is(ending, LexicalClass::coda);
}

bool is_pronounceable(std::string_view capitals) {
    constexpr std::size_t max_run_length = 2;
    const bool vowels_outside = is_vowel(capitals.front()) && is_vowel(capitals.back());
    if (vowels_outside && !is_vowel(capitals[1]) && !is_vowel(capitals[2])) {
        return false;
    }
    std::size_t run = 0;
    for (std::size_t index = 0; index < capitals.size(); ++index) {
        run = index > 0 && is_vowel(capitals[index]) == is_vowel(capitals[index - 1]) ? run + 1 : 1;
        if (run > max_run_length) {
            return false;
        }
    }
    return true;
}

} // namespace recital
