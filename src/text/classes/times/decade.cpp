// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/times/decade.h"

#include "text/language/character.h"

#include <cstddef>

namespace recital {

bool recognise_decade(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const auto year = cursor.small_number(here);
    if (!year || *year % 10 != 0 || cursor.text(here).size() % 2 != 0) {
        return false;
    }
    const auto next = here + 1;
    // With two digits, "60's" is none after a name ("Matchbox 20's hit") or a thing that is numbered, unless
    // it follows "the", "the late" or "mid-".
    const auto determined = [&](std::size_t distance) {
        return here >= distance && cursor.is_class(here - distance, LexicalClass::determiner);
    };
    const bool compound = cursor.is_dash(next + 1) && cursor.is_glued(next + 1);
    const auto before = cursor.word_before(here);
    const bool name =
        before != here && (cursor.is_glued(here) || cursor.is_class(before, LexicalClass::numbered_thing) ||
                           (cursor.is_word(before) && starts_upper(cursor.text(before)) &&
                            !cursor.is_class(before, LexicalClass::sentence_starter)));
    const bool short_decade =
        determined(1) || determined(2) || compound || (here > 0 && cursor.is_dash(here - 1)) || !name;
    const bool possessive = cursor.is_kind(next, LexemeKind::possessive) &&
                            (cursor.text(here).size() == year_digits || short_decade);
    return (possessive || (cursor.is_glued(next) && cursor.text(next) == "s")) &&
           cursor.take(Decade{*year == 0 ? this_century : *year}, next + 1);
}

void verbalize(const Decade& decade, Verbalization& speech) {
    constexpr unsigned century = 100;
    if (const auto whole = speech.language().decade(decade.number); !whole.empty()) {
        speech.say(whole);
        return;
    }
    const auto last = decade.number % century;
    speech.phrase("decade");
    const auto words = speech.language().decade(static_cast<unsigned>(last));
    if (decade.number >= century && speech.language().phrase("decade century") == "yes") {
        speech.cardinal(decade.number / century);
    }
    speech.say(words);
}

} // namespace recital
