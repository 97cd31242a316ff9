// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/numbers/ratio.h"

#include "text/language/character.h"

#include <cstddef>

namespace recital {

bool recognise_ratio(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const auto colon = here + 1;
    const bool glued = cursor.is_mark(colon, ":") && cursor.is_glued(colon) && cursor.is_glued(colon + 1);
    if (!glued || !cursor.small_number(here) || !cursor.small_number(colon + 1) ||
        cursor.text(colon + 1).size() != 1 || here == 0 ||
        (starts_upper(cursor.text(cursor.word_before(here))) &&
         !cursor.is_class(cursor.word_before(here), LexicalClass::determiner) &&
         !cursor.is_class(cursor.word_before(here), LexicalClass::sentence_starter))) {
        return false;
    }
    cursor.take(cursor.number_of(cursor.text(cursor.index())), colon);
    cursor.take(Entry{cursor.language().phrase("range")}, colon + 1);
    return cursor.take(cursor.number_of(cursor.text(cursor.index())), cursor.index() + 1);
}

} // namespace recital
