// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/sources/musician_id.h"

#include "base/unicode.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace recital {

namespace {

/// Signs of vowels and the like that scripts of South Asia, Thai and others write beside a letter: names may
/// differ by them alone. Accents that any script may have are none.
bool is_vowel_sign(char32_t code_point) {
    UErrorCode status = U_ZERO_ERROR;
    const auto character = static_cast<UChar32>(code_point);
    return (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0 &&
           uscript_getScript(character, &status) != USCRIPT_INHERITED;
}

} // namespace

std::string id_from_name(std::string_view name) {
    std::string id;
    const std::string folded = fold_case(normalise_nfc(name));
    for (std::size_t position = 0; position < folded.size();) {
        const char32_t code_point = next_code_point(folded, position);
        if (is_letter(code_point) || is_digit(code_point) || is_vowel_sign(code_point)) {
            append_utf8(id, code_point);
        } else if (!id.empty() && id.back() != '-') {
            id.push_back('-');
        }
    }
    if (id.ends_with('-')) {
        id.pop_back();
    }
    return id;
}

} // namespace recital
