// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/marks/punctuation.h"

#include "text/language/character.h"

#include <cstddef>
#include <string_view>

namespace recital {

bool recognise_punctuation(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const auto mark = cursor.text(here);
    if (mark.size() != 1 || std::string_view(",;:?!").find(mark[0]) == std::string_view::npos) {
        return false;
    }
    const bool inside_number = mark[0] != '?' && mark[0] != '!' && here > 0 && cursor.is_number(here - 1) &&
                               cursor.is_number(here + 1) && cursor.is_glued(here) &&
                               cursor.is_glued(here + 1);
    // A mark that belongs to a name (Yahoo!) is not a pause.
    const bool name = mark == "!" && here > 0 && cursor.is_class(here - 1, LexicalClass::exclamation_name) &&
                      cursor.is_word(here + 1);
    return cursor.take(name ? TokenClass(Silent{}) : TokenClass(Punctuation{inside_number ? ',' : mark[0]}),
                       here + 1);
}

bool recognise_full_stop(Cursor& cursor) {
    const std::size_t here = cursor.index();
    if (!cursor.is_any_mark(here, {".", "…"})) {
        return false;
    }
    std::size_t next = here + 1;
    while (cursor.is_any_mark(next, {".", "…"})) {
        ++next;
    }
    const std::size_t run_end = next;
    const bool dots = next > here + 1 || cursor.is_mark(here, "…");
    const bool glued = cursor.is_glued(next) && (cursor.is_word(next) || cursor.is_number(next)) && !dots;
    while (cursor.is_any_mark(next, {"\"", "”", "’", "'", ")", "]"}) && cursor.is_glued(next)) {
        ++next;
    }
    // Inside a quotation a full stop before a capital ends a sentence; any other belongs to an abbreviation.
    const bool ends =
        !cursor.has(next) || (!dots && cursor.lexeme(next).spaced && starts_upper(cursor.text(next)));
    // "The N.Y. Phil.'s concert"
    if (glued || (cursor.is_kind(run_end, LexemeKind::possessive) && cursor.is_glued(run_end))) {
        return cursor.take(Silent{}, run_end);
    }
    return cursor.take(Punctuation{ends ? '.' : ','}, run_end);
}

bool recognise_bracket(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const auto mark = cursor.text(here);
    const bool opens_word = mark == "[" && cursor.is_word(here + 1) && cursor.is_mark(here + 2, "]");
    const bool closes_word =
        mark == "]" && here > 1 && cursor.is_word(here - 1) && cursor.is_mark(here - 2, "[");
    if (opens_word || closes_word) {
        return cursor.take(Silent{}, here + 1);
    }
    return cursor.is_any_mark(here, {"(", ")", "[", "]"}) && cursor.take(Punctuation{','}, here + 1);
}

void verbalize(const Punctuation& punctuation, Verbalization& speech) {
    speech.mark(punctuation.mark);
}

} // namespace recital
