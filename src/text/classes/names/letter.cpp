// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/names/letter.h"

#include "text/classes/measures/multiplication.h"
#include "text/language/character.h"
#include "text/spoken/transliteration.h"
#include "text/tokens/phrase.h"

#include <cstddef>

namespace recital {

bool recognise_letter(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const auto word = cursor.text(here);
    if (!is_single_letter(word)) {
        return false;
    }
    const bool digits_follow = cursor.is_number(here + 1) && cursor.is_glued(here + 1);
    const bool code = digits_follow || (cursor.is_mark(here + 1, "-") && cursor.is_glued(here + 1) &&
                                        cursor.is_number(here + 2) && cursor.is_glued(here + 2));
    if (digits_follow && recognise_leading_multiplication(cursor)) { // x2 platinum
        return true;
    }
    if (code && starts_upper(word)) {
        return cursor.take(Letters{word, false}, here + 1);
    }
    if (word != "A" && word != "a") {
        return false;
    }
    const bool enclosed = here > 0 && cursor.is_mark(here - 1, "(") && cursor.is_mark(here + 1, ")");
    const bool opens = here == 0 || cursor.lexeme(here - 1).kind == LexemeKind::mark;
    const bool alone = !cursor.has(here + 1) || cursor.is_any_mark(here + 1, {",", ".", ";", ")", "?", "!"});
    const bool named =
        word == "A" && !opens && (alone || (cursor.is_word(here + 1) && starts_lower(cursor.text(here + 1))));
    return (enclosed || named) && cursor.take(Letters{word, false}, here + 1);
}

void verbalize(const Letters& letters, Verbalization& speech) {
    const bool apart = letters.written.find('.') != std::string_view::npos ||
                       character_at(letters.written, 0).end == letters.written.size();
    bool joined = false;
    for (std::size_t position = 0; position < letters.written.size();) {
        const auto character = character_at(letters.written, position);
        const auto letter = letters.written.substr(position, character.end - position);
        position = character.end;
        if (character.kind != CharacterKind::letter) {
            continue;
        }
        if (letter == "A" || letter == "a") {
            speech.spell(apart ? speech.language().phrase("letter A") : letter, joined);
        } else {
            speech.spell(transliterate(letter), joined);
        }
        joined = !apart;
    }
    if (letters.plural) {
        speech.attach(speech.language().phrase("possessive"));
    }
}

} // namespace recital
