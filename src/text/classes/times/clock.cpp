// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/times/clock.h"

#include <cstddef>
#include <string_view>

namespace recital {

std::size_t after_half_day(const Cursor& cursor, std::size_t index) {
    const auto small = [](std::string_view word) {
        return std::string_view(word == "A" || word == "a" ? "a" : word == "P" || word == "p" ? "p" : "");
    };
    const auto word = cursor.text(index);
    if (cursor.language().lists("half days", word)) {
        return index + 1;
    }
    const bool dotted = !small(word).empty() && cursor.is_mark(index + 1, ".") &&
                        cursor.is_glued(index + 1) &&
                        (cursor.is_mark(index + 2, "m") || cursor.is_mark(index + 2, "M"));
    if (!dotted) {
        return index;
    }
    // The last full stop also ends the sentence.
    const bool stop = cursor.is_mark(index + 3, ".") && cursor.has(index + 4);
    return index + (stop ? 4 : 3);
}

} // namespace recital
