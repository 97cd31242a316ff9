// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/names/word.h"

#include "base/strings.h"
#include "base/unicode.h"
#include "text/spoken/breath.h"
#include "text/spoken/transliteration.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace recital {

namespace {

/// Says letters; the engine keeps no more than 160 bytes of one word, so that a longer one becomes
/// several.
void say_letters(Verbalization& speech, std::string_view letters) {
    constexpr std::size_t max_word_length = 120;
    if (letters.size() <= max_word_length) {
        speech.say(letters);
        return;
    }
    while (!letters.empty()) {
        auto word = cut_front(letters, ' ');
        while (!word.empty()) {
            const auto piece = prefix_on_character(word, max_word_length);
            speech.say(piece.empty() ? word : piece);
            word.remove_prefix(piece.empty() ? word.size() : piece.size());
        }
    }
}

} // namespace

bool recognise_plain_word(Cursor& cursor) {
    return cursor.take(PlainWord{cursor.text(cursor.index())}, cursor.index() + 1);
}

bool recognise_possessive(Cursor& cursor) {
    return cursor.take(Possessive{}, cursor.index() + 1);
}

void verbalize(const PlainWord& word, Verbalization& speech) {
    if (needs_breath(speech, word.written)) {
        speech.mark(',');
    }
    if (word.written.find_first_of("[(") != std::string_view::npos) { // [T]he, person(s)
        std::string edited(word.written);
        std::erase_if(edited, [](char character) {
            return std::string_view("[]()").find(character) != std::string_view::npos;
        });
        speech.say(speech.language().reads(edited) ? edited : transliterate(edited));
        return;
    }
    if (speech.language().reads(word.written)) {
        say_letters(speech, word.written);
    } else {
        say_letters(speech, transliterate(word.written));
    }
}

void verbalize(const Possessive& /*possessive*/, Verbalization& speech) {
    speech.attach(speech.language().phrase("possessive"));
}

void verbalize(const Silent& /*silent*/, Verbalization& /*speech*/) {}

void verbalize(const Entry& entry, Verbalization& speech) {
    speech.say(entry.spoken);
}

void verbalize(const Reading& reading, Verbalization& speech) {
    speech.part();
    speech.say_as_written(reading.spoken);
}

} // namespace recital
