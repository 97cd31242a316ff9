// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/marks/elision.h"

#include "text/language/character.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace recital {

bool recognise_elision(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const bool apostrophe = here > 0 && cursor.is_any_mark(here, {"'", "’"}) && cursor.is_glued(here);
    if (!apostrophe || !cursor.is_word(here - 1)) {
        return false;
    }
    const bool number = cursor.is_number(here + 1) && cursor.is_glued(here + 1);
    const bool spaced_word =
        cursor.is_word(here + 1) && !cursor.is_glued(here + 1) &&
        std::string_view("aeiouhAEIOUH").find(cursor.text(here + 1)[0]) != std::string_view::npos;
    std::string article(cursor.text(here - 1));
    article[0] = to_ascii_lower(article[0]);
    return (number || spaced_word) && cursor.language().lists("elided", article) &&
           cursor.take(Elision{}, here + 1);
}

void verbalize(const Elision& /*elision*/, Verbalization& speech) {
    speech.elide();
}

} // namespace recital
