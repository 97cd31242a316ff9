// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/numbers/number_sign.h"

#include <cstddef>

namespace recital {

bool recognise_bare_number_sign(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    const bool one = cursor.text(here) == language.phrase("bare number");
    const bool several = cursor.text(here) == language.phrase("bare numbers");
    const bool after_work =
        here > 0 && (cursor.is_number(here - 1) || cursor.is_class(here - 1, LexicalClass::numbered_thing));
    if (!(one || several) || !cursor.is_number(here + 1) || cursor.is_glued(here + 1) || !after_work) {
        return false;
    }
    return cursor.take(Entry{language.phrase(one ? "number sign" : "number signs")}, here + 1);
}

bool recognise_number_sign(Cursor& cursor) {
    const std::size_t here = cursor.index();
    return cursor.is_any_mark(here, {"#", "№"}) && cursor.is_number(here + 1) &&
           cursor.take(Entry{cursor.language().phrase("number sign")}, here + 1);
}

} // namespace recital
