// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/measures/digit_group.h"

#include <cstddef>

namespace recital {

std::size_t last_of_group(const Cursor& cursor) {
    const std::size_t here = cursor.index();
    std::size_t last = here;
    while (cursor.is_any_mark(last + 1, {"-", "."}) && cursor.is_glued(last + 1) &&
           cursor.is_number(last + 2) && cursor.is_glued(last + 2)) {
        last += 2;
    }
    return last;
}

} // namespace recital
