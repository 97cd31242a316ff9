// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/marks/dash.h"

#include <cstddef>

namespace recital {

bool recognise_dash(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const bool doubled =
        cursor.is_mark(here, "-") && cursor.is_mark(here + 1, "-") && cursor.is_glued(here + 1);
    if (!cursor.is_dash(here)) {
        return false;
    }
    std::size_t next = here + 1;
    while (doubled && cursor.is_mark(next, "-") && cursor.is_glued(next)) {
        ++next;
    }
    const bool parts_clauses = doubled || cursor.is_any_mark(here, {"—", "―"});
    const bool spaced_before = here == 0 || cursor.lexeme(here).spaced;
    const bool spaced_after = !cursor.has(next) || cursor.lexeme(next).spaced;
    return cursor.take(Dash{parts_clauses, spaced_before, spaced_after}, next);
}

void verbalize(const Dash& dash, Verbalization& speech) {
    if (dash.parts_clauses || (dash.spaced_before && dash.spaced_after)) {
        speech.mark(',');
    } else if (!dash.spaced_before && !dash.spaced_after) {
        speech.hyphen();
    }
}

} // namespace recital
