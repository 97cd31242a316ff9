// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/names/hashtag.h"

#include "text/language/character.h"

#include <cstddef>

namespace recital {

bool recognise_hashtag(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const bool tag =
        cursor.is_any_mark(here, {"#", "@"}) && cursor.is_word(here + 1) && cursor.is_glued(here + 1);
    if (!tag) {
        return false;
    }
    cursor.take(Entry{cursor.language().phrase(cursor.is_mark(cursor.index(), "#") ? "hashtag" : "at")},
                cursor.index() + 1);
    // #NowPlaying is two words.
    auto word = cursor.text(cursor.index());
    auto begin = cursor.lexeme(cursor.index()).begin;
    while (!word.empty()) {
        std::size_t end = 1;
        while (end < word.size() && !(is_ascii_upper(word[end]) && is_ascii_lower(word[end - 1]))) {
            ++end;
        }
        cursor.add(PlainWord{word.substr(0, end)}, begin, begin + end);
        begin += end;
        word.remove_prefix(end);
    }
    return cursor.go_to(cursor.index() + 1);
}

} // namespace recital
