// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/names/edited_word.h"

#include "text/language/character.h"

#include <algorithm>
#include <cstddef>

namespace recital {

bool recognise_edited_word(Cursor& cursor) {
    const std::size_t here = cursor.index();
    std::size_t after = here;
    bool edited = false;
    bool letters = false;
    while (cursor.has(after) && (after == here || cursor.is_glued(after))) {
        const bool insertion = cursor.is_mark(after, "[") && cursor.is_word(after + 1) &&
                               cursor.is_glued(after + 1) && cursor.is_mark(after + 2, "]") &&
                               cursor.is_glued(after + 2);
        // "word[a]" has a note.
        constexpr std::size_t max_ending_length = 3; // play[ing]
        const bool long_ending =
            insertion && after != here && cursor.text(after + 1).size() > max_ending_length;
        const bool note = insertion && cursor.text(after + 1).size() == 1 &&
                          !(cursor.is_word(after + 3) && cursor.is_glued(after + 3)) &&
                          !cursor.is_any_mark(after + 1, {"s", "d"});
        if (note || long_ending || (!insertion && !cursor.is_word(after))) {
            break;
        }
        edited = edited || insertion;
        letters = letters || !insertion;
        after += insertion ? 3 : 1;
    }
    return edited && letters && cursor.take(PlainWord{cursor.span(here, after)}, after);
}

bool recognise_bracketed_plural(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const auto word = cursor.text(here);
    const bool plural = cursor.is_word(here) && word.size() > 1 && cursor.is_mark(here + 1, "(") &&
                        cursor.is_any_mark(here + 2, {"s", "es", "S", "ES"}) && cursor.is_mark(here + 3, ")");
    const bool glued = cursor.is_glued(here + 1) && cursor.is_glued(here + 2) && cursor.is_glued(here + 3);
    if (!plural || !glued || (cursor.is_glued(here + 4) && cursor.is_word(here + 4))) {
        return false;
    }
    const bool spelled = std::all_of(word.begin(), word.end(), is_ascii_upper) &&
                         cursor.is_mark(here + 2, "s") && !cursor.language().is(word, LexicalClass::acronym);
    return spelled ? cursor.take(Letters{word, true}, here + 4)
                   : cursor.take(PlainWord{cursor.span(here, here + 4)}, here + 4);
}

} // namespace recital
