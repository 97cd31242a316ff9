// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/music/note_value.h"

#include <cstddef>
#include <string>

namespace recital {

bool recognise_note_value(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    const bool dotted = cursor.is_mark(here + 1, ".") && cursor.is_mark(here + 2, "=");
    if (!dotted && !cursor.is_mark(here + 1, "=")) {
        return false;
    }
    const auto spoken = language.symbol(std::string(cursor.text(here)) + "=");
    if (spoken.empty()) {
        return false;
    }
    if (dotted) {
        cursor.take(Entry{language.phrase("dotted")}, cursor.index() + 1);
    }
    return cursor.take(Entry{spoken}, cursor.index() + 2);
}

} // namespace recital
