// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/names/initials.h"

#include "text/language/character.h"
#include "text/tokens/phrase.h"

#include <cstddef>

namespace recital {

bool recognise_initials(Cursor& cursor) {
    const std::size_t here = cursor.index();
    std::size_t next = here;
    std::size_t letters = 0;
    while (cursor.is_word(next) && is_single_letter(cursor.text(next)) && cursor.is_mark(next + 1, ".") &&
           cursor.is_glued(next + 1) &&
           (letters == 0 || starts_upper(cursor.text(next)) || cursor.is_glued(next))) {
        next += 2;
        ++letters;
    }
    // "N.W.A": the last letter has no full stop.
    if (letters > 1 && cursor.is_word(next) && cursor.is_glued(next) && is_single_letter(cursor.text(next))) {
        ++next;
        ++letters;
    }
    const bool ends = next >= cursor.size();
    if (letters == 0 ||
        (letters == 1 && (ends || !starts_upper(cursor.text(here)) || cursor.text(here) == "I"))) {
        // "Louis I. of" keeps its numeral, "vitamin C." its full stop.
        const bool initial =
            letters == 1 && !ends && cursor.text(here) == "I" && starts_upper(cursor.text(next));
        if (!initial) {
            return false;
        }
    }
    const bool stop = cursor.is_mark(next - 1, ".") && ends;
    return cursor.take(Letters{cursor.span(here, next), false}, stop ? next - 1 : next);
}

} // namespace recital
