// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/numbers/decimal.h"

#include "text/classes/measures/measure.h"

#include <cstddef>
#include <cstdint>

namespace recital {

bool recognise_negative(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    const bool money = (language.classes(cursor.text(here + 1)) &
                        static_cast<std::uint64_t>(LexicalClass::opens_currency)) != 0 &&
                       cursor.is_number(here + 2);
    const bool point =
        cursor.is_mark(here + 1, ".") && cursor.is_number(here + 2) && cursor.is_glued(here + 2); // -.5
    const bool sign = cursor.is_any_mark(here, {"-", "−", "–"}) && cursor.is_glued(here + 1) &&
                      (cursor.is_number(here + 1) || money || point);
    const bool apart =
        here == 0 || cursor.lexeme(here).spaced || cursor.is_any_mark(here - 1, {"(", "[", "\"", "“"});
    const bool after_number = here > 0 && (cursor.is_number(here - 1) ||
                                           (money && cursor.lexeme(here - 1).kind != LexemeKind::mark));
    return sign && apart && !after_number &&
           !(cursor.is_mark(here, "–") && cursor.lexeme(here).spaced && here > 0) &&
           cursor.take(Entry{language.phrase("minus")}, here + 1);
}

bool recognise_leading_point(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const bool apart = here == 0 || cursor.lexeme(here).spaced ||
                       cursor.is_any_mark(here - 1, {"(", "[", "-", "−", "\"", "“"});
    if (!cursor.is_mark(here, ".") || !apart || !cursor.is_glued(here + 1) || !cursor.is_number(here + 1)) {
        return false;
    }
    const auto number = cursor.number_of(cursor.text(here + 1));
    if (!number.fraction.empty()) {
        return false;
    }
    cursor.take(Number{{}, number.whole, false, false}, cursor.index() + 2);
    recognise_unit(cursor);
    return true;
}

} // namespace recital
