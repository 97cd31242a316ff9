// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/marks/plus.h"

#include "text/tokens/phrase.h"

#include <cstddef>

namespace recital {

bool recognise_plus(Cursor& cursor) {
    const std::size_t here = cursor.index();
    if (!cursor.is_mark(here, "+") || here == 0) {
        return false;
    }
    const auto left = here - 1;
    const auto right = here + 1;
    const bool words = cursor.is_word(left) && cursor.is_word(right) && cursor.text(left).size() > 1 &&
                       cursor.text(right).size() > 1;
    const bool spaced = !cursor.is_glued(here) && !cursor.is_glued(right);
    const bool glued = cursor.is_glued(here) && cursor.is_glued(right) && is_name_part(cursor, left) &&
                       is_name_part(cursor, right);
    return words && (spaced || glued) && cursor.take(Entry{cursor.language().phrase("and")}, right);
}

} // namespace recital
