// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/names/romanised_name.h"

#include "text/language/character.h"

#include <cstddef>
#include <string_view>

namespace recital {

namespace {

/// True for a word in Han characters or kana.
bool is_east_asian(std::string_view word) {
    constexpr char32_t first = 0x2E80;
    constexpr char32_t last = 0x9FFF;
    const char32_t c = word.empty() ? U' ' : character_at(word, 0).code_point;
    return c >= first && c <= last;
}

} // namespace

bool recognise_romanised_name(Cursor& cursor) {
    const std::size_t here = cursor.index();
    if (!is_east_asian(cursor.text(here)) || cursor.language().reads(cursor.text(here))) {
        return false;
    }
    std::size_t next = here;
    while (is_east_asian(cursor.text(next)) && !cursor.is_any_mark(next, {"、", "。"})) {
        ++next;
    }
    const bool enclosed = here > 1 && cursor.is_any_mark(here - 1, {"(", "（", ":", "："});
    const bool explained = cursor.is_any_mark(next, {"(", "（"}) && !is_east_asian(cursor.text(next + 1)) &&
                           starts_upper(cursor.text(next + 1));
    const bool listed = enclosed && cursor.is_any_mark(next, {",", ";", "，", "、"}) &&
                        !is_east_asian(cursor.text(next + 1)) && starts_upper(cursor.text(next + 1));
    const bool repeated = enclosed && cursor.is_any_mark(here - 1, {"(", "（"}) &&
                          cursor.is_any_mark(next, {")", "）"}) && cursor.is_word(here - 2) &&
                          starts_upper(cursor.text(here - 2));
    return (explained || listed || repeated) && cursor.take(Silent{}, listed ? next + 1 : next);
}

} // namespace recital
