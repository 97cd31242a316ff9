// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/pattern.h"

#include <cstddef>
#include <utility>

namespace recital {

bool recognise_pattern(Cursor& cursor) {
    SpokenMatch* match = cursor.pattern();
    if (match == nullptr) {
        return false;
    }
    std::size_t next = cursor.index();
    while (cursor.has(next) && cursor.lexeme(next).begin < match->end) {
        ++next;
    }
    return cursor.lexeme(next - 1).end() == match->end &&
           cursor.take(Reading{std::move(match->spoken)}, next);
}

} // namespace recital
