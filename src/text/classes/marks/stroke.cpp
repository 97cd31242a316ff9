// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/marks/stroke.h"

#include "text/language/character.h"
#include "text/tokens/phrase.h"

#include <cstddef>

namespace recital {

namespace {

/// Whether several capitalised words end at the index: "César Franck", "J. Bach"; not "Best Rap", which an
/// award has.
bool ends_full_name(const Cursor& cursor, std::size_t index) {
    constexpr std::size_t max_words = 4;
    const auto before = cursor.word_before(index);
    const bool initial = before + 1 != index && cursor.is_word(before) && starts_upper(cursor.text(before));
    if (!is_name_part(cursor, index) || before == index || cursor.is_glued(index) ||
        !(initial || is_name_part(cursor, before))) {
        return false;
    }
    for (std::size_t word = before; word + max_words > before && is_name_part(cursor, word); --word) {
        if (cursor.language().lists("award openers", cursor.text(word))) {
            return false;
        }
        if (word == 0) {
            break;
        }
    }
    return true;
}

} // namespace

bool recognise_stroke(Cursor& cursor) {
    const std::size_t here = cursor.index();
    if (!cursor.is_mark(here, "/") || here == 0 || !cursor.has(here + 1)) {
        return false;
    }
    const auto left = here - 1;
    const auto right = here + 1;
    const bool words = cursor.is_word(left) && cursor.is_word(right);
    const bool spaced = words && !cursor.is_glued(here) && !cursor.is_glued(right) &&
                        (cursor.text(left).size() > 1 || cursor.text(right).size() > 1);
    const bool quoted = cursor.is_any_mark(left, {"\"", "”"}) && cursor.is_any_mark(right, {"\"", "“"});
    const bool keys = words && cursor.is_class(left, LexicalClass::key_word) &&
                      (cursor.is_class(right, LexicalClass::key_word) || cursor.text(right).size() == 1);
    // "/The Copper Field", "/J. Bach"
    const bool title = cursor.is_class(right, LexicalClass::determiner) && starts_upper(cursor.text(right)) &&
                       is_name_part(cursor, right + 1) && !cursor.is_glued(right + 1);
    const bool initial = cursor.text(right).size() == 1 && cursor.is_mark(right + 1, ".");
    const bool names = words && is_name_part(cursor, left) &&
                       (title || initial || is_name_part(cursor, right)) &&
                       (title || ends_full_name(cursor, left));
    return (spaced || quoted || keys || names) && cursor.take(Punctuation{','}, right);
}

} // namespace recital
