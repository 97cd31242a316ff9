// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/money/shillings.h"

#include <cstddef>
#include <string_view>

namespace recital {

bool recognise_shillings(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    const auto* before = cursor.last_token<UnitName>();
    const bool in_sum =
        cursor.last_token<Money>() != nullptr || (before != nullptr && before->unit == language.unit("£s"));
    const auto is_glued_to = [&](std::size_t index, std::string_view mark) {
        return cursor.small_number(index) && cursor.is_mark(index + 1, mark) && cursor.is_glued(index + 1);
    };
    const bool shillings = is_glued_to(here, "s");
    const auto after = cursor.is_mark(here + 2, ".") ? here + 3 : here + 2;
    const bool both = shillings && is_glued_to(after, "d");
    if (!(both || (in_sum && (shillings || is_glued_to(here, "d"))))) {
        return false;
    }
    const auto* unit = language.unit(shillings ? "£s" : "£d");
    if (unit == nullptr) {
        return false;
    }
    const bool one = *cursor.small_number(here) == 1;
    cursor.take(cursor.number_of(cursor.text(cursor.index())), cursor.index() + 1);
    const bool stop = cursor.is_mark(cursor.index() + 1, ".") && cursor.is_glued(cursor.index() + 1) &&
                      cursor.has(cursor.index() + 2);
    return cursor.take(UnitName{unit, one}, stop ? cursor.index() + 2 : cursor.index() + 1);
}

} // namespace recital
