// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/quotation.h"

#include "base/unicode.h"

#include <cstddef>

namespace recital {

namespace {

/// The mark that closes a quotation opened by that one; 0 where it opens none.
char32_t closer_of(char32_t mark) {
    switch (mark) {
    case U'"':
        return U'"';
    case U'“':
        return U'”';
    case U'„':
        return U'“';
    case U'«':
        return U'»';
    default:
        return 0;
    }
}

} // namespace

bool QuotationReader::read(std::string_view sentence) {
    bool letters_inside = false;
    bool letters_outside = false;
    char32_t before = U' ';
    for (std::size_t position = 0; position < sentence.size();) {
        const char32_t character = next_code_point(sentence, position);
        const bool is_word = is_letter(character) || is_digit(character);
        if (is_word) {
            (closer_ != 0 ? letters_inside : letters_outside) = true;
        } else if (closer_ != 0) {
            closer_ = character == closer_ ? 0 : closer_;
        } else if (!is_letter(before) && !is_digit(before)) { // behind a number it is an inch mark
            closer_ = closer_of(character);
        }
        before = character;
    }
    return letters_inside && !letters_outside;
}

} // namespace recital
