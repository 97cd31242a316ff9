// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/names/surname.h"

#include "text/classes/names/capitals.h"
#include "text/language/character.h"
#include "text/tokens/phrase.h"

#include <algorithm>
#include <cstddef>

namespace recital {

namespace {

/// Whether the word before the index is an initial or a title: "J. ", "Dr ".
bool follows_title(const Cursor& cursor, std::size_t index) {
    const auto before = cursor.word_before(index);
    if (before == index || cursor.is_glued(index) || !cursor.is_word(before) ||
        !starts_upper(cursor.text(before))) {
        return false;
    }
    const bool stop = before + 1 != index;
    const bool chained =
        before > 0 && cursor.is_mark(before - 1, ".") && cursor.is_glued(before); // the U.S. FDA
    const auto readings = cursor.language().abbreviations(cursor.text(before));
    const bool title = std::any_of(readings.begin(), readings.end(), [stop](const Abbreviation& reading) {
        return reading.context == Context::before_name && (stop || reading.bare);
    });
    return title || (stop && is_single_letter(cursor.text(before)) && !chained);
}

} // namespace

bool is_surname(const Cursor& cursor, std::size_t index) {
    const auto& language = cursor.language();
    constexpr std::size_t short_name = 3;
    constexpr std::size_t long_name = 5;
    const auto word = cursor.text(index);
    const auto vowels = std::count_if(word.begin(), word.end(), is_vowel);
    if (word.size() < short_name || vowels == 0 || !has_word_ending(word, language)) {
        return false;
    }
    if (follows_title(cursor, index)) {
        return !is_vowel(word[0]) && (word.size() > short_name || is_vowel(word[1]));
    }
    const auto is_name = [&](std::size_t neighbour) {
        return cursor.is_word(neighbour) && starts_upper(cursor.text(neighbour)) &&
               cursor.text(neighbour).size() > 1 && !is_ascii_capitals(cursor.text(neighbour)) &&
               !cursor.is_class(neighbour, LexicalClass::sentence_starter);
    };
    const bool forename =
        index > 0 && !cursor.is_glued(index) && cursor.is_class(index - 1, LexicalClass::given_name);
    const bool beside_name = (index > 0 && !cursor.is_glued(index) && is_name(index - 1)) ||
                             (!cursor.is_glued(index + 1) && is_name(index + 1));
    return word.size() >= long_name &&
           (forename || (beside_name && (vowels > 1 || !language.lists_word_borders())));
}

} // namespace recital
