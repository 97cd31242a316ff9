// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/engine/word_boundaries.h"

#include "base/unicode.h"
#include "text/language/speech_length.h"

namespace recital {

std::size_t silent_from(std::string_view spoken, std::span<const SpokenWord> words) {
    // The longest word of one event has 120 bytes, of which the engine reports 31.
    constexpr std::size_t max_unheard_length = 160;
    std::size_t heard = 0; // character after the last word
    std::size_t next = 0;  // of the words
    std::size_t unheard = 0;
    std::size_t unheard_from = 0; // byte
    std::size_t character = 0;
    for (std::size_t position = 0; position < spoken.size(); ++character) {
        while (next < words.size() && words[next].text_position <= character) {
            heard = words[next].text_position + words[next].text_length;
            unheard = 0;
            ++next;
        }
        const std::size_t begin = position;
        const bool letter = is_letter(next_code_point(spoken, position));
        if (letter && character >= heard) {
            unheard_from = unheard == 0 ? begin : unheard_from;
            unheard += speech_length(spoken.substr(begin, position - begin));
        }
        if (unheard > max_unheard_length) {
            return unheard_from;
        }
    }
    return std::string_view::npos;
}

} // namespace recital
