// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/visible_text.h"

#include "base/unicode.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace recital {

namespace {

/// U+3164 is a letter, U+2800 a symbol, and both look like a blank.
bool has_shape(char32_t code_point) {
    constexpr char32_t blank_braille_pattern = 0x2800;
    const auto character = static_cast<UChar32>(code_point);
    return u_isgraph(character) != 0 && code_point != blank_braille_pattern &&
           u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0;
}

template <typename Predicate>
bool has_any(std::string_view text, Predicate is_wanted) {
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t begin = position;
        if (is_wanted(next_code_point(text, position))) {
            return true;
        }
        position = std::max(position, begin + 1);
    }
    return false;
}

} // namespace

bool has_letter_or_digit(std::string_view text) {
    return has_any(text, [](char32_t code_point) {
        return u_isalnum(static_cast<UChar32>(code_point)) != 0 && has_shape(code_point);
    });
}

bool has_word(std::string_view text) {
    bool after_letter = false;
    return has_any(text, [&after_letter](char32_t code_point) {
        const bool letter = is_letter(code_point) && has_shape(code_point);
        const bool combines = (U_GET_GC_MASK(static_cast<UChar32>(code_point)) & U_GC_M_MASK) != 0;
        const bool is_found = letter && (after_letter || !is_of_script_with_blanks(code_point));
        after_letter = letter || (after_letter && combines);
        return is_found;
    });
}

bool is_of_script_with_blanks(char32_t letter) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_breaksBetweenLetters(uscript_getScript(static_cast<UChar32>(letter), &status)) == 0;
}

bool is_visible(std::string_view text) {
    return has_any(text, has_shape);
}

} // namespace recital
