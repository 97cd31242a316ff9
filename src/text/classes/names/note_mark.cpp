// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/names/note_mark.h"

#include <cstddef>

namespace recital {

bool recognise_note_mark(Cursor& cursor) {
    const std::size_t here = cursor.index();
    constexpr std::size_t max_length = 18;
    if (!cursor.is_mark(here, "[") || !cursor.is_glued(here) || here == 0) {
        return false;
    }
    std::size_t close = here + 1;
    while (cursor.has(close) && !cursor.is_mark(close, "]") &&
           cursor.lexeme(close).begin < cursor.lexeme(here).begin + max_length) {
        ++close;
    }
    const bool closed =
        cursor.has(close) && cursor.lexeme(close).end() - cursor.lexeme(here).begin <= max_length;
    // "[He] sang": after a mark that opens, nothing can be noted; nor is "play[ed]" a note.
    const bool opens = cursor.is_any_mark(here - 1, {"“", "‘", "(", "\"", "'"}) &&
                       (here == 1 || cursor.lexeme(here - 1).spaced);
    return closed && !opens && cursor.take(Silent{}, close + 1);
}

} // namespace recital
