// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/measures/magnitude.h"

#include "text/tokens/phrase.h"

#include <cstddef>
#include <string_view>

namespace recital {

std::string_view take_magnitude(const Cursor& cursor, std::size_t& index) {
    if (cursor.is_mark(index, "-") && cursor.is_glued(index) &&
        cursor.is_class(index + 1, LexicalClass::magnitude)) {
        index += 2;
        return cursor.text(index - 1);
    }
    if (cursor.is_class(index, LexicalClass::magnitude)) {
        return cursor.text(index++);
    }
    // "1.4 M views", "£3 bn"
    const bool apart = (cursor.text(index).size() > 1 && !cursor.is_mark(index + 1, ".")) ||
                       (cursor.is_mark(index, "M") && is_plural(cursor, index + 1));
    if (cursor.is_word(index) && (cursor.is_glued(index) || apart)) {
        if (const auto spoken = cursor.language().magnitude_mark(cursor.text(index)); !spoken.empty()) {
            ++index;
            return spoken;
        }
    }
    return {};
}

} // namespace recital
