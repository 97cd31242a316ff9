// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/numbers/fraction.h"

#include "text/classes/measures/measure.h"
#include "text/classes/numbers/metre.h"
#include "text/classes/numbers/rating.h"
#include "text/classes/times/year.h"
#include "text/language/character.h"
#include "text/tokens/phrase.h"

#include <cstddef>
#include <numeric>
#include <string>
#include <string_view>

namespace recital {

bool recognise_fraction(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    std::size_t slash = here + 1;
    std::string whole;
    if (cursor.is_number(slash) && !cursor.is_glued(slash) && cursor.is_any_mark(slash + 1, {"/", "⁄"}) &&
        cursor.small_number(here)) {
        whole = std::string(cursor.text(here));
        ++slash;
    }
    const bool glued = cursor.is_glued(slash) && cursor.is_glued(slash + 1);
    if (!cursor.is_any_mark(slash, {"/", "⁄"}) || !glued || cursor.is_any_mark(slash + 2, {"/", "⁄"})) {
        return false;
    }
    const auto numerator = cursor.small_number(slash - 1);
    const auto denominator = cursor.small_number(slash + 1);
    if (!numerator || !denominator) {
        return false;
    }
    // Q3/2021
    if (whole.empty() && cursor.text(here).size() < year_digits && is_year(cursor, slash + 1)) {
        return false;
    }
    // Op. 12/1 is a number of the opus.
    const auto before = cursor.word_before(here);
    if (before != here &&
        (cursor.text(before) == "Op" || cursor.text(before) == "op" || cursor.text(before) == "Opus")) {
        cursor.take(cursor.number_of(cursor.text(cursor.index())), cursor.index() + 1);
        cursor.take(Entry{language.phrase("number sign")}, cursor.index() + 1);
        return cursor.take(cursor.number_of(cursor.text(cursor.index())), cursor.index() + 1);
    }
    if (*denominator < 2) {
        return false;
    }
    if (whole.empty() && is_rating(cursor, slash)) {
        cursor.take(cursor.number_of(cursor.text(cursor.index())), slash);
        cursor.take(Entry{language.phrase("out of")}, slash + 1);
        return cursor.take(cursor.number_of(cursor.text(cursor.index())), cursor.index() + 1);
    }
    // The season of 1939/40, of 1938/9.
    const bool next_year = cursor.text(slash + 1).size() == 1 && *numerator % 10 + 1 == *denominator;
    if (whole.empty() && cursor.text(here).size() == year_digits && is_year(cursor, here) &&
        (cursor.text(slash + 1).size() % 2 == 0 || next_year)) {
        // No "to" in the 1915/16 season and from 1915/16 to 1917/18.
        const auto after = slash + 2;
        const auto before_year = here > 0 ? cursor.text(here - 1) : std::string_view{};
        const bool attribute =
            is_noun(cursor, after) || is_plural(cursor, after) ||
            cursor.text(after) == language.phrase("range") || before_year == language.phrase("range") ||
            (here > 0 && cursor.is_class(here - 1, LexicalClass::determiner) && cursor.is_word(after));
        cursor.take(Year{*numerator, false}, cursor.index() + 1);
        cursor.take(attribute ? TokenClass(Silent{}) : TokenClass(Entry{language.phrase("range")}),
                    cursor.index() + 1);
        return cursor.take(Year{*denominator, cursor.text(cursor.index()).size() == 2}, cursor.index() + 1);
    }
    constexpr unsigned max_part = 16;
    constexpr unsigned full_marks = 100;
    const bool percentage = whole.empty() && *denominator == full_marks && *numerator > max_part &&
                            cursor.text(slash + 2) != language.phrase("of");
    const bool reducible =
        percentage || (whole.empty() && *denominator > max_part && std::gcd(*numerator, *denominator) > 1);
    if ((whole.empty() && is_metre(cursor, slash)) || reducible) {
        cursor.state().metre_seen = cursor.state().metre_seen || !reducible;
        const bool score = reducible && *denominator == full_marks;
        cursor.take(cursor.number_of(cursor.text(cursor.index())), cursor.index() + 1);
        cursor.take(score ? TokenClass(Entry{language.phrase("out of")}) : TokenClass(Silent{}),
                    cursor.index() + 1);
        return cursor.take(cursor.number_of(cursor.text(cursor.index())), cursor.index() + 1);
    }
    // Ensemble 10/10
    const bool named = here > 0 && starts_upper(cursor.text(here - 1)) &&
                       (cursor.is_class(here - 1, LexicalClass::group_noun) ||
                        cursor.is_class(here - 1, LexicalClass::numbered_thing));
    if (whole.empty() && named) {
        cursor.take(cursor.number_of(cursor.text(cursor.index())), cursor.index() + 1);
        cursor.take(Silent{}, cursor.index() + 1);
        return cursor.take(cursor.number_of(cursor.text(cursor.index())), cursor.index() + 1);
    }
    const bool glued_letters = cursor.is_word(slash + 2) && cursor.is_glued(slash + 2);
    const bool ordinal = glued_letters && cursor.language().is_ordinal_ending(cursor.text(slash + 2));
    if (glued_letters && !ordinal && language.unit(cursor.text(slash + 2)) == nullptr) {
        return false;
    }
    cursor.take(Fraction{whole, *numerator, *denominator}, slash + (ordinal ? 3 : 2));
    recognise_unit(cursor);
    return true;
}

void verbalize(const Fraction& fraction, Verbalization& speech) {
    const auto* part = speech.language().part(fraction.denominator);
    const bool one = fraction.numerator == 1;
    if (!fraction.whole.empty()) {
        speech.say(speech.language().numbers().in_words(fraction.whole));
        speech.phrase("and");
    }
    if (one && !fraction.whole.empty() && part != nullptr) {
        speech.phrase("one part");
    } else {
        speech.say(speech.language().numbers().in_words(fraction.numerator, NumberForm::count));
    }
    if (part != nullptr) {
        speech.say(one ? part->one : part->many);
    } else {
        speech.say(speech.language().numbers().in_words(fraction.denominator, NumberForm::ordinal));
        speech.attach(one ? std::string_view{} : speech.language().phrase("plural of ordinals"));
    }
}

} // namespace recital
