// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/measures/multiplication.h"

#include "text/classes/measures/power.h"

#include <cstddef>

namespace recital {

bool recognise_dimensions(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const bool sign = cursor.is_any_mark(here, {"×", "x"}) && cursor.is_number(here + 1);
    const bool sizes = cursor.last_token<UnitName>() != nullptr;
    return sign && sizes && cursor.take(Entry{cursor.language().symbol("×")}, here + 1);
}

bool recognise_multiplication(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    const bool sign = cursor.is_any_mark(here, {"×", "x"}) && cursor.is_glued(here) && here > 0 &&
                      cursor.is_number(here - 1);
    if (cursor.is_any_mark(here, {"×", "x"}) && here > 0 && cursor.is_number(here - 1) &&
        has_power(cursor, here + 1)) {
        return cursor.take(Entry{language.phrase("times")}, here + 1);
    }
    const bool goes_on =
        cursor.is_glued(here + 1) && !cursor.is_any_mark(here + 1, {",", ".", ";", ")", "!", "?"});
    if (!sign || goes_on) {
        const bool by = sign && cursor.is_number(here + 1);
        return by && cursor.take(Entry{language.symbol("×")}, here + 1);
    }
    return cursor.take(Entry{language.phrase("times")}, here + 1);
}

} // namespace recital
