// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/tokens/phrase.h"

#include "text/language/character.h"
#include "text/language/roman_numeral.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace recital {

bool is_single_letter(std::string_view word) {
    return !word.empty() && character_at(word, 0).end == word.size();
}

bool is_ascii_capitals(std::string_view word) {
    return std::all_of(word.begin(), word.end(), is_ascii_upper);
}

bool is_plural(const Cursor& cursor, std::size_t index) {
    constexpr std::size_t min_length = 4;
    const auto word = cursor.text(index);
    return cursor.is_word(index) && !cursor.is_glued(index) && word.size() >= min_length &&
           starts_lower(word) && word.back() == 's' && !word.ends_with("ss") &&
           !cursor.language().is(word, LexicalClass::singular_in_s);
}

bool is_noun(const Cursor& cursor, std::size_t index) {
    constexpr std::size_t max_length_of_noun = 4; // "reed" is a noun
    if (!cursor.is_word(index) || cursor.is_glued(index) || !starts_lower(cursor.text(index)) ||
        cursor.is_class(index, LexicalClass::preposition) ||
        cursor.is_class(index, LexicalClass::conjunction) ||
        cursor.is_class(index, LexicalClass::singular_in_s) ||
        cursor.is_class(index, LexicalClass::finite_verb) || cursor.is_class(index, LexicalClass::lasting) ||
        cursor.is_class(index, LexicalClass::speech_verb) ||
        (cursor.text(index).size() > max_length_of_noun && cursor.text(index).ends_with("ed"))) {
        return false;
    }
    std::string opener(cursor.text(index));
    std::transform(opener.begin(), opener.begin() + 1, opener.begin(), to_ascii_upper);
    return !cursor.language().is(opener, LexicalClass::sentence_starter);
}

bool is_before_noun(const Cursor& cursor, std::size_t noun) {
    const std::size_t here = cursor.index();
    std::size_t first = here;
    while (first > 0 && !cursor.tokens().empty() &&
           cursor.lexeme(first - 1).begin >= cursor.tokens().back().begin) {
        --first;
    }
    if (first > 1 && cursor.is_dash(first - 1) && cursor.is_number(first - 2)) { // a 4–5 min. coda
        first -= 2;
    }
    return first > 0 && cursor.is_class(first - 1, LexicalClass::determiner) && is_noun(cursor, noun);
}

bool is_name_part(const Cursor& cursor, std::size_t index) {
    return cursor.is_word(index) && cursor.text(index).size() > 1 && starts_upper(cursor.text(index)) &&
           !cursor.is_class(index, LexicalClass::sentence_starter) &&
           std::any_of(cursor.text(index).begin(), cursor.text(index).end(), is_ascii_lower);
}

bool follows_numbered_thing(const Cursor& cursor, std::size_t index) {
    const auto& language = cursor.language();
    constexpr int max_list_length = 12;
    std::size_t before = index;
    for (int count = 0; before > 0 && count < max_list_length; ++count) {
        before = cursor.word_before(before);
        if (cursor.is_class(before, LexicalClass::numbered_thing)) {
            return true;
        }
        const bool counts_on = cursor.is_dash(before) || cursor.is_mark(before, ",") ||
                               cursor.is_mark(before, "&") || cursor.text(before) == language.phrase("and") ||
                               cursor.text(before) == language.phrase("or") ||
                               roman_value(cursor.text(before)) != 0 || cursor.text(before) == ".";
        if (!counts_on) {
            return false;
        }
    }
    return false;
}

bool follows_lasting(const Cursor& cursor, std::size_t index) {
    const auto& language = cursor.language();
    constexpr std::size_t near = 5; // lexemes: "Duration: c. 8'"
    for (std::size_t back = 1; back <= near && back <= index; ++back) {
        const auto before = cursor.text(index - back);
        if (cursor.is_class(index - back, LexicalClass::lasting)) {
            return true;
        }
        const auto readings = language.abbreviations(before);
        const bool about = before == "." || cursor.is_class(index - back, LexicalClass::count_cue) ||
                           cursor.is_class(index - back, LexicalClass::preposition) ||
                           std::any_of(readings.begin(), readings.end(), [](const Abbreviation& reading) {
                               return reading.context == Context::before_year;
                           }); // c.
        if (!about && before != ":" && before != "(" && before != language.phrase("of") &&
            !language.is(before, LexicalClass::finite_verb)) {
            return false;
        }
    }
    return false;
}

} // namespace recital
