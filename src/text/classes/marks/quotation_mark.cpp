// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/marks/quotation_mark.h"

#include <cstddef>

namespace recital {

bool recognise_angle_quote(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const bool opens = cursor.is_mark(here, "<") && cursor.is_mark(here + 1, "<") &&
                       cursor.is_glued(here + 1) && cursor.is_glued(here + 2) &&
                       !cursor.is_mark(here + 2, "<");
    const bool closes = cursor.is_mark(here, ">") && cursor.is_mark(here + 1, ">") && cursor.is_glued(here) &&
                        cursor.is_glued(here + 1);
    return (opens || closes) && cursor.take(Silent{}, here + 2);
}

bool recognise_quotation_mark(Cursor& cursor) {
    const std::size_t here = cursor.index();
    if (!cursor.is_any_mark(here, {"\"", "“", "”"})) {
        return false;
    }
    const bool opens =
        cursor.is_mark(here, "“") || (cursor.is_mark(here, "\"") && cursor.state().open_quotes == 0);
    cursor.state().open_quotes += opens ? 1 : -1;
    return cursor.take(Silent{}, here + 1);
}

} // namespace recital
