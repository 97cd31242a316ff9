// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/prosody/quotation.h"

#include "base/unicode.h"

#include <cstddef>

namespace recital {

namespace {

/// The mark that closes a quotation opened by that one; 0 if it opens none.
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

/// Whether the span is somebody's speech, not a title or a term.
bool is_speech(std::string_view text) {
    constexpr std::size_t min_words = 4;
    std::size_t words = 0;
    std::size_t small = 0; // words that begin with a small letter
    char32_t before = U' ';
    for (std::size_t position = 0; position < text.size();) {
        const char32_t character = next_code_point(text, position);
        if (is_letter(character) && !is_letter(before) && before != U'\'' && before != U'’') {
            ++words;
            small += is_upper(character) ? 0U : 1U;
        }
        before = character;
    }
    return words >= min_words && small * 2 >= words;
}

} // namespace

QuotedSpeech QuotationReader::read(std::string_view sentence) {
    QuotedSpeech quoted;
    bool letters_inside = false;
    bool letters_outside = false;
    char32_t before = U' ';
    std::size_t opened = 0; // after the opening mark
    const auto close = [&](std::size_t end) {
        if (is_speech(sentence.substr(opened, end - opened))) {
            quoted.parts.push_back({opened, end});
        }
    };
    for (std::size_t position = 0; position < sentence.size();) {
        const std::size_t start = position;
        const char32_t character = next_code_point(sentence, position);
        const bool is_word = is_letter(character) || is_digit(character);
        if (is_word) {
            (closer_ != 0 ? letters_inside : letters_outside) = true;
        } else if (closer_ != 0 && character == closer_) {
            close(start);
            closer_ = 0;
        } else if (closer_ == 0 && !is_letter(before) &&
                   !is_digit(before)) { // after a number it is an inch mark
            closer_ = closer_of(character);
            opened = position;
        }
        before = character;
    }
    if (closer_ != 0) {
        close(sentence.size());
    }
    quoted.whole = letters_inside && !letters_outside;
    if (quoted.whole) {
        quoted.parts.clear();
    }
    return quoted;
}

} // namespace recital
