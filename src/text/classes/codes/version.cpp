// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/codes/version.h"

#include "text/classes/measures/digit_group.h"

#include <cstddef>

namespace recital {

bool recognise_version(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const auto last = last_of_group(cursor);
    constexpr std::size_t parts = 3;
    constexpr std::size_t max_digits = 2;
    std::size_t count = 0;
    for (auto index = here; index <= last; index += 2, ++count) {
        const bool point = index == last || cursor.is_mark(index + 1, ".");
        if (!point || cursor.text(index).size() > max_digits) {
            return false;
        }
    }
    if (count != parts) {
        return false;
    }
    while (cursor.index() < last) {
        cursor.take(cursor.number_of(cursor.text(cursor.index())), cursor.index() + 1);
        cursor.take(Entry{cursor.language().phrase("decimal point")}, cursor.index() + 1);
    }
    return cursor.take(cursor.number_of(cursor.text(cursor.index())), cursor.index() + 1);
}

} // namespace recital
