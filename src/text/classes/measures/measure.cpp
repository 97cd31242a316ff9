// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/measures/measure.h"

#include "text/classes/measures/inch_mark.h"
#include "text/classes/measures/magnitude.h"
#include "text/classes/measures/multiplication.h"
#include "text/classes/measures/power.h"
#include "text/language/character.h"
#include "text/tokens/phrase.h"

#include <cstddef>

namespace recital {

bool recognise_rate(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    const bool slash = cursor.is_mark(here, "/") && cursor.is_glued(here) && cursor.is_word(here + 1) &&
                       cursor.is_glued(here + 1);
    const auto* unit = slash ? language.unit(cursor.text(here + 1)) : nullptr;
    const auto* raised =
        slash && cursor.is_glued(here + 2) ? language.unit(cursor.span(here + 1, here + 3)) : nullptr;
    if (raised != nullptr) { // kg/m²
        cursor.take(Entry{language.phrase("per")}, cursor.index() + 1);
        return cursor.take(UnitName{raised, true}, cursor.index() + 2);
    }
    if (slash && unit == nullptr && cursor.last_token<Money>() != nullptr &&
        starts_lower(cursor.text(here + 1))) {
        cursor.take(Entry{language.phrase("per")}, cursor.index() + 1);
        return cursor.take(PlainWord{cursor.text(cursor.index())}, cursor.index() + 1);
    }
    if (unit == nullptr) {
        return false;
    }
    cursor.take(Entry{language.phrase("per")}, cursor.index() + 1);
    cursor.take(UnitName{unit, true}, cursor.index() + 1);
    return !has_power(cursor, cursor.index() - 1) || recognise_superscript(cursor);
}

bool recognise_unit(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    constexpr std::size_t max_lexemes = 3;
    std::size_t next = here;
    auto words = take_magnitude(cursor, next);
    // "Sold 31m", yet "ran 100m".
    constexpr std::size_t near = 4;
    bool counted = is_plural(cursor, next) || cursor.is_mark(next, "+") ||
                   cursor.is_class(next, LexicalClass::count_noun);
    for (std::size_t back = 1; back <= near && back < here; ++back) {
        counted = counted || cursor.is_class(here - 1 - back, LexicalClass::count_cue);
    }
    if (next == here + 1 && cursor.is_mark(here, "m") && cursor.is_glued(here) && !counted &&
        cursor.last_token<Number>() != nullptr && cursor.last_token<Number>()->fraction.empty()) {
        words = {};
        next = here;
    }
    const bool hyphen = cursor.is_mark(next, "-") && cursor.is_glued(next) && cursor.is_glued(next + 1) &&
                        cursor.is_word(next + 1);
    const std::size_t first = hyphen ? next + 1 : next;
    const Unit* unit = nullptr;
    std::size_t after = first;
    for (std::size_t count = max_lexemes; count > 0 && unit == nullptr; --count) {
        if (cursor.has(first + count - 1)) {
            unit = language.unit(cursor.span(first, first + count));
            after = first + count;
        }
    }
    // "1h 25m" continues from hours to minutes, "6 ft 2 in" from feet to inches.
    const auto* larger = cursor.last_token_but_one<UnitName>();
    const bool minutes = larger != nullptr && cursor.text(first) == "m" && cursor.is_glued(first) &&
                         (larger->unit == language.unit("h") || larger->unit == language.unit("hr") ||
                          larger->unit == language.unit("hrs"));
    if (minutes) {
        unit = language.unit("min");
    }
    const bool pence = unit != nullptr && cursor.text(first) == "d" && cursor.is_glued(first) &&
                       cursor.is_mark(after, ".") && cursor.is_glued(after); // 3d.
    if (pence && language.unit("£d") != nullptr) {
        unit = language.unit("£d");
    }
    const bool inches = larger != nullptr && larger->unit == language.unit("ft");
    const bool shortened =
        cursor.is_mark(after, ".") && cursor.is_glued(after) && is_noun(cursor, after + 1); // 12 in. record
    const bool preposition = unit != nullptr && cursor.text(first) == language.phrase("in") &&
                             cursor.lexeme(first).spaced && !inches && !shortened;
    const bool abbreviation =
        unit != nullptr && !preposition && !cursor.is_class(first, LexicalClass::magnitude);
    if (!abbreviation) {
        if (!words.empty() && next > here && !cursor.is_word(here)) {
            return cursor.take(Entry{words}, next);
        }
        return !words.empty() && cursor.text(here) != words && cursor.take(Entry{words}, next);
    }
    const bool small = cursor.text(first).size() == 1 && cursor.is_word(first) && cursor.lexeme(first).spaced;
    const bool primed = cursor.lexeme(first).kind == LexemeKind::mark && cursor.lexeme(first).spaced &&
                        cursor.is_any_mark(first, {"\"", "″", "”", "'", "′"});
    const bool word_follows = cursor.is_word(after) && cursor.is_glued(after);
    const auto* amount = cursor.last_token<Number>();
    const bool decimals = amount != nullptr && !amount->fraction.empty();
    const bool ends_phrase = !cursor.has(after) || cursor.is_any_mark(after, {",", ".", ";", ")"}) ||
                             cursor.is_class(after, LexicalClass::preposition);
    const bool phrase_goes_on =
        cursor.is_word(after) && !cursor.is_glued(after) && starts_lower(cursor.text(after));
    const bool rate = cursor.is_mark(after, "/") && cursor.is_glued(after) && cursor.is_glued(after + 1) &&
                      language.unit(cursor.text(after + 1)) != nullptr; // 5 g/l
    const bool lower = starts_lower(cursor.text(first));
    const bool ends = ends_phrase && (lower || !cursor.is_mark(after, "."));
    const bool compound =
        small && ((lower && (cursor.is_number(after) || decimals)) || ends || phrase_goes_on || rate);
    if ((small && !compound) || primed || word_follows || closes_quotation(cursor, after - 1)) {
        return false;
    }
    const auto* number = cursor.last_token<Number>();
    const bool inch = cursor.is_any_mark(after - 1, {"\"", "″", "”", "'", "′"});
    const bool inch_after_word =
        cursor.tokens().size() == 1 || (cursor.last_token_but_one<PlainWord>() != nullptr);
    const bool adjective =
        hyphen || is_before_noun(cursor, shortened ? after + 1 : after) ||
        (inch && (cursor.is_class(after, LexicalClass::disc) || is_size_of_disc(cursor, after - 1))) ||
        (inch && inch_after_word && cursor.is_word(after) &&
         !cursor.is_class(after, LexicalClass::preposition));
    const auto* fraction = cursor.last_token<Fraction>();
    const bool part = fraction != nullptr && fraction->whole.empty();
    const bool below_two = number != nullptr && !number->fraction.empty() &&
                           (number->whole == "0" || number->whole == "1") &&
                           language.phrase("singular below two") == "yes"; // 1,5 heure
    const bool one = adjective || part || below_two ||
                     (number != nullptr && number->whole == "1" && number->fraction.empty() && words.empty());
    if (!words.empty()) {
        cursor.take(Entry{words}, next);
    }
    // The full stop of "min." or "ft." inside a sentence is not a pause.
    const bool stop = cursor.is_word(after - 1) && cursor.is_mark(after, ".") && cursor.is_glued(after) &&
                      cursor.has(after + 1);
    cursor.take(UnitName{unit, one}, stop ? after + 1 : after);
    recognise_rate(cursor) || (has_power(cursor, cursor.index() - 1) && recognise_superscript(cursor)) ||
        recognise_dimensions(cursor);
    return true;
}

void verbalize(const UnitName& unit, Verbalization& speech) {
    speech.say(unit.one ? unit.unit->one : unit.unit->many);
}

} // namespace recital
