// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/measures/inch_mark.h"

#include <algorithm>
#include <cstddef>

namespace recital {

bool is_size_of_disc(const Cursor& cursor, std::size_t mark) {
    if (mark < 2 || !cursor.is_number(mark - 1) || !cursor.is_glued(mark)) {
        return false;
    }
    const auto inches = cursor.text(mark - 1);
    const bool usual = inches == "7" || inches == "10" || inches == "12";
    return cursor.is_class(mark - 2, LexicalClass::determiner) ||
           cursor.is_class(mark + 1, LexicalClass::disc) || (usual && cursor.is_mark(mark - 2, "("));
}

bool closes_quotation(const Cursor& cursor, std::size_t index) {
    if (cursor.state().open_quotes <= 0 || !cursor.is_any_mark(index, {"\"", "”"})) {
        return false;
    }
    constexpr std::size_t far = 200;
    std::size_t remaining = 1;
    for (auto next = index + 1; next < std::min(index + far, cursor.size()); ++next) {
        if (cursor.is_mark(next, "“")) { // another quotation opens, so this one is closed
            break;
        }
        remaining += cursor.text(next) == cursor.text(index) && !is_size_of_disc(cursor, next) ? 1U : 0U;
    }
    return remaining % 2 != 0;
}

bool recognise_foot_and_inch(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const auto next = here + 1;
    const bool closed = cursor.is_any_mark(next + 2, {"\"", "”", "″"}) && cursor.is_glued(next + 2);
    const bool feet = cursor.is_any_mark(next, {"'", "’", "′"}) && cursor.is_glued(next) &&
                      cursor.small_number(next + 1) &&
                      (cursor.is_glued(next + 1) || (closed && cursor.state().open_quotes == 0)); // 6' 2"
    if (!feet || !cursor.small_number(here)) {
        return false;
    }
    cursor.take(cursor.number_of(cursor.text(here)), here + 1);
    cursor.take(Entry{cursor.language().phrase("foot")}, here + 2);
    return cursor.take(cursor.number_of(cursor.text(here + 2)), here + (closed ? 4 : 3));
}

} // namespace recital
