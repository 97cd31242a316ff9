// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/names/abbreviation.h"

#include "text/sentences/abbreviation.h"
#include "text/tokens/phrase.h"

#include <cstddef>
#include <string>

namespace recital {

bool recognise_abbreviation(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    if (!cursor.is_current(LexicalClass::opens_abbreviation)) {
        return false;
    }
    constexpr std::size_t max_chain_length = 8;
    std::size_t last = here;
    while (last < here + max_chain_length && cursor.is_mark(last + 1, ".") && cursor.is_glued(last + 1) &&
           cursor.is_word(last + 2) && cursor.is_glued(last + 2)) {
        last += 2;
    }
    const bool two = last == here && cursor.is_mark(last + 1, ".") && cursor.is_word(last + 2) &&
                     cursor.is_mark(last + 3, ".") &&
                     is_abbreviation_of_two(cursor.text(last), cursor.text(last + 2), language);
    last += two ? 2 : 0;
    for (; last + 1 > here; last -= 2) {
        const auto begin = cursor.lexeme(here).begin;
        const auto end = cursor.lexeme(last).end();
        const auto* reading = fitting_abbreviation(cursor.sentence(), begin, end, language);
        const bool stop = cursor.is_mark(last + 1, ".") && cursor.is_glued(last + 1);
        const bool word_goes_on = !stop && cursor.is_glued(last + 1) && cursor.is_word(last + 1);
        // "N.Y." is not part of "N.Y.C."
        const bool initials_go_on = stop && cursor.is_glued(last + 2) && cursor.is_word(last + 2) &&
                                    is_single_letter(cursor.text(last)) &&
                                    is_single_letter(cursor.text(last + 2));
        const bool marks_item =
            here == 0 && last == here && is_single_letter(cursor.text(here)) && reading != nullptr &&
            reading->context != Context::before_number && reading->context != Context::before_year &&
            reading->context != Context::before_wedding && reading->context != Context::french_title;
        const bool formula = reading != nullptr && reading->context == Context::after_comma &&
                             cursor.is_glued(last + 1) && cursor.is_number(last + 1); // CO2
        if (reading != nullptr && !formula && !word_goes_on && !initials_go_on && !marks_item) {
            // The full stop of the last word also ends the sentence.
            if (reading->context == Context::in_credits && here > 0 && cursor.small_number(here - 1) &&
                *cursor.small_number(here - 1) > 1) { // 2 fl.
                const auto ending =
                    language.phrase(reading->spoken.ends_with('s') ? "plural after s" : "plural");
                return cursor.take(Reading{reading->spoken + std::string(ending)},
                                   stop && cursor.has(last + 2) ? last + 2 : last + 1);
            }
            return cursor.take(Entry{reading->spoken}, stop && cursor.has(last + 2) ? last + 2 : last + 1);
        }
        if (last < here + 2) {
            break;
        }
    }
    return false;
}

} // namespace recital
