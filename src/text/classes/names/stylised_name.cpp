// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/names/stylised_name.h"

#include "text/language/character.h"

#include <cstddef>

namespace recital {

bool recognise_stylised_name(Cursor& cursor) {
    const std::size_t here = cursor.index();
    if (here > 0 && cursor.is_glued(here) && cursor.lexeme(here - 1).kind != LexemeKind::mark) {
        return false;
    }
    const auto* name = cursor.is_current(LexicalClass::opens_stylised_name)
                           ? cursor.language().stylised_name(cursor.sentence(), cursor.lexeme(here).begin)
                           : nullptr;
    // "Anh" without a number or a stop is a person.
    const bool person = cursor.is_current(LexicalClass::catalogue) &&
                        is_ascii_lower(cursor.text(here).back()) && !cursor.is_number(here + 1) &&
                        !cursor.is_mark(here + 1, ".");
    if (name == nullptr || person) {
        return false;
    }
    const auto end = cursor.lexeme(here).begin + name->written.size();
    std::size_t next = here + 1;
    while (cursor.has(next) && cursor.lexeme(next).begin < end) {
        ++next;
    }
    const bool date = cursor.is_number(here) && cursor.is_mark(next, "/") && cursor.is_glued(next) &&
                      cursor.is_number(next + 1); // 9/11/1901
    return !date && cursor.take(Entry{name->spoken}, next);
}

} // namespace recital
