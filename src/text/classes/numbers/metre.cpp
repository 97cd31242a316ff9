// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/numbers/metre.h"

#include <cstddef>
#include <string_view>

namespace recital {

bool is_metre(const Cursor& cursor, std::size_t slash) {
    const auto& language = cursor.language();
    const auto beats = *cursor.small_number(slash - 1);
    const auto value = *cursor.small_number(slash + 1);
    const bool note_value = value == 2 || value == 4 || value == 8 || value == 16;
    if (!note_value || beats < 2 || (cursor.is_number(slash - 2) && cursor.lexeme(slash - 1).spaced)) {
        return false;
    }
    const std::size_t after = slash + 2;
    const bool hyphen = cursor.is_dash(after) && cursor.is_glued(after);
    if (cursor.is_class(hyphen ? after + 1 : after, LexicalClass::metre_word) || beats >= value) {
        return true;
    }
    // "Between 3/4 and 4/4": the second is a metre beyond doubt.
    const auto other = cursor.small_number(after + 1);
    const auto other_value = cursor.small_number(after + 3);
    const bool paired = other && cursor.is_mark(after + 2, "/") && cursor.is_glued(after + 2) &&
                        other_value && cursor.is_glued(after + 3);
    const bool sure = paired && (*other_value == 2 || *other_value == 4 || *other_value == 8) &&
                      (*other >= *other_value || cursor.is_class(after + 4, LexicalClass::metre_word));
    if (sure) {
        return true;
    }
    const auto before = slash > 1 ? cursor.text(slash - 2) : std::string_view{};
    const bool of = cursor.text(after) == language.phrase("of");
    return !of && (cursor.state().metre_seen ||
                   (before == language.phrase("in") ||
                    (slash > 1 && cursor.is_class(slash - 2, LexicalClass::metre_word))));
}

bool is_vulgar_metre(const Cursor& cursor, unsigned beats, unsigned value) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    constexpr unsigned min_beats = 3;
    const bool whole = here > 0 && cursor.is_number(here - 1);
    if (beats < min_beats || (value != 4 && value != 8) || whole) {
        return false;
    }
    const bool in = here > 0 && cursor.text(here - 1) == language.phrase("in");
    const bool joined =
        cursor.text(here + 1) == language.phrase("range") || cursor.text(here + 1) == language.phrase("and");
    const bool paired = joined && cursor.small_number(here + 2) && cursor.is_mark(here + 3, "/");
    return cursor.is_class(here + 1, LexicalClass::metre_word) || paired ||
           ((in || cursor.state().metre_seen) && !cursor.is_word(here + 1));
}

} // namespace recital
