// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/music/dynamic.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace recital {

bool recognise_dynamic(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    constexpr std::size_t max_mark_length = 3;
    const auto spoken = cursor.text(here).size() <= max_mark_length ? language.dynamic(cursor.text(here))
                                                                    : std::string_view{};
    if (spoken.empty() || (cursor.is_glued(here + 1) && cursor.is_any_mark(here + 1, {"'", "’", "/", "-"}))) {
        return false;
    }
    if (!cursor.state().dynamics) { // counted once: a line of data may hold thousands
        cursor.state().dynamics =
            std::count_if(cursor.lexemes().begin(), cursor.lexemes().end(), [&](const Lexeme& lexeme) {
                return lexeme.kind == LexemeKind::word && !language.dynamic(lexeme.text).empty();
            });
    }
    return *cursor.state().dynamics > 1 && cursor.take(Entry{spoken}, here + 1);
}

} // namespace recital
