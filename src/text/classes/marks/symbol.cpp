// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/marks/symbol.h"

#include <cstddef>

namespace recital {

bool recognise_symbol(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const auto spoken = cursor.language().symbol(cursor.text(here));
    return !spoken.empty() && cursor.take(Entry{spoken}, here + 1);
}

bool recognise_unread_mark(Cursor& cursor) {
    return cursor.take(Silent{}, cursor.index() + 1);
}

} // namespace recital
