// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/names/initialism.h"

#include "text/classes/names/capitals.h"
#include "text/classes/names/surname.h"
#include "text/language/character.h"
#include "text/tokens/phrase.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace recital {

namespace {

/// RTÉ: two or three capitals of which some have accents.
bool is_short_with_accents(std::string_view word) {
    constexpr std::size_t max_letters = 3;
    std::size_t letters = 0;
    bool plain = false;
    for (std::size_t position = 0; position < word.size(); ++letters) {
        plain = plain || is_ascii_upper(word[position]);
        if (!starts_upper(word.substr(position))) {
            return false;
        }
        position = character_at(word, position).end;
    }
    return plain && letters > 1 && letters <= max_letters && letters < word.size();
}

} // namespace

bool recognise_initialism(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    constexpr std::size_t max_initialism_length = 3;
    auto word = cursor.text(here);
    const bool plural =
        word.size() > 2 && word.ends_with('s') && is_ascii_capitals(word.substr(0, word.size() - 1));
    word.remove_suffix(plural ? 1 : 0);
    const bool digits_follow = cursor.is_number(here + 1) && cursor.is_glued(here + 1);
    const bool formula = digits_follow && word.size() == 2 && !plural; // NO2
    if (is_short_with_accents(word) && !cursor.is_shouted()) {
        return cursor.take(Letters{word, plural}, here + 1);
    }
    if (word.size() < 2 || !is_ascii_capitals(word) ||
        (language.is(word, LexicalClass::acronym) && !formula)) {
        return false;
    }
    const auto neighbour_shouts = [&](std::size_t index) {
        return cursor.is_word(index) && cursor.text(index).size() > max_initialism_length &&
               is_ascii_capitals(cursor.text(index));
    };
    const bool shouted =
        cursor.is_shouted() || neighbour_shouts(here + 1) || (here > 0 && neighbour_shouts(here - 1));
    const bool has_vowel = std::any_of(word.begin(), word.end(), is_vowel);
    const bool four = word.size() == max_initialism_length + 1;
    const bool word_like = word.size() > max_initialism_length && has_word_borders(word, language) &&
                           (!four || is_pronounceable(word));
    if (!plural && !digits_follow && has_vowel && (shouted || word_like || is_surname(cursor, here))) {
        return false;
    }
    return cursor.take(Letters{word, plural}, here + 1);
}

} // namespace recital
