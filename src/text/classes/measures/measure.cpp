// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/measures/measure.h"

#include "text/classes/measures/inch_mark.h"
#include "text/classes/measures/magnitude.h"
#include "text/classes/measures/multiplication.h"
#include "text/classes/measures/power.h"
#include "text/language/character.h"
#include "text/sentences/following_words.h"
#include "text/tokens/phrase.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace recital {

bool is_stone(const Cursor& cursor, std::size_t letters) {
    const auto& language = cursor.language();
    constexpr unsigned max_stone = 40;
    constexpr unsigned min_stone = 3; // without a word of weights
    constexpr std::size_t near = 4;   // lexemes
    const bool hyphen = letters > 1 && cursor.is_dash(letters - 1);
    const auto number = cursor.small_number(letters - (hyphen ? 2 : 1));
    if (!cursor.is_mark(letters, "st") || !number || *number == 0 || *number > max_stone ||
        language.unit("st") == nullptr) {
        return false;
    }
    const bool stop = cursor.is_mark(letters + 1, ".") && cursor.is_glued(letters + 1);
    const auto next = letters + (stop ? 2 : 1);
    const bool ordinal = *number % 10 == 1 && *number % 100 != 11 && !hyphen &&
                         (cursor.is_glued(letters) || cursor.text(next) == language.phrase("of") ||
                          language.month(cursor.text(next)) != 0); // 21st, the 21 st of May
    bool weighed = false;
    for (auto index = letters - std::min(letters, near); index < letters; ++index) {
        weighed = weighed || language.lists("weights", cursor.text(index));
    }
    const bool noun = cursor.is_word(next) && !is_verb(cursor.text(next), language) &&
                      (starts_upper(cursor.text(next)) || is_noun(cursor, next) ||
                       cursor.is_class(next, LexicalClass::singular_in_s));
    return !ordinal && (weighed || *number >= min_stone) &&
           (!noun || cursor.is_glued(letters) || hyphen || (weighed && starts_lower(cursor.text(next))));
}

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

namespace {

/// A unit after its amount.
struct UnitPlace {
    std::string_view magnitude; ///< before it: million; may be empty
    std::size_t after_magnitude = 0;
    bool hyphen = false;        ///< 12-inch
    const Unit* unit = nullptr; ///< null if there is none
    std::size_t first = 0;      ///< of its lexemes
    std::size_t after = 0;
};

/// Whether the "m" after a number is of a count: sold 31m; not ran 100m.
bool is_counted(const Cursor& cursor, std::size_t after) {
    constexpr std::size_t near = 4;
    const std::size_t here = cursor.index();
    bool counted = is_plural(cursor, after) || cursor.is_mark(after, "+") ||
                   cursor.is_class(after, LexicalClass::count_noun);
    for (std::size_t back = 1; back <= near && back < here; ++back) {
        counted = counted || cursor.is_class(here - 1 - back, LexicalClass::count_cue);
    }
    return counted;
}

/// Whether the lexeme is a small letter of time or money that the unit before it explains: 1h 25m, 3d.
const Unit* explained_unit(const Cursor& cursor, const UnitPlace& place) {
    const auto& language = cursor.language();
    const auto* larger = cursor.last_token_but_one<UnitName>();
    const bool minutes = larger != nullptr && cursor.is_mark(place.first, "m") &&
                         cursor.is_glued(place.first) &&
                         (larger->unit == language.unit("h") || larger->unit == language.unit("hr") ||
                          larger->unit == language.unit("hrs"));
    const Unit* unit = minutes ? language.unit("min") : place.unit;
    const bool pence = unit != nullptr && cursor.is_mark(place.first, "d") && cursor.is_glued(place.first) &&
                       cursor.is_mark(place.after, ".") && cursor.is_glued(place.after);
    return pence && language.unit("£d") != nullptr ? language.unit("£d") : unit;
}

UnitPlace find_unit(const Cursor& cursor) {
    constexpr std::size_t max_lexemes = 3;
    const std::size_t here = cursor.index();
    UnitPlace place;
    std::size_t next = here;
    place.magnitude = take_magnitude(cursor, next);
    const auto* number = cursor.last_token<Number>();
    if (next == here + 1 && cursor.is_mark(here, "m") && cursor.is_glued(here) && number != nullptr &&
        number->fraction.empty() && !is_counted(cursor, next)) {
        place.magnitude = {};
        next = here;
    }
    place.after_magnitude = next;
    place.hyphen = cursor.is_mark(next, "-") && cursor.is_glued(next) && cursor.is_glued(next + 1) &&
                   cursor.is_word(next + 1);
    place.first = place.hyphen ? next + 1 : next;
    place.after = place.first;
    for (std::size_t count = max_lexemes; count > 0 && place.unit == nullptr; --count) {
        if (cursor.has(place.first + count - 1)) {
            place.unit = cursor.language().unit(cursor.span(place.first, place.first + count));
            place.after = place.first + count;
        }
    }
    place.unit = explained_unit(cursor, place);
    return place;
}

/// Whether the full stop after the unit shortens it: a 12 in. record.
bool is_shortened(const Cursor& cursor, const UnitPlace& place) {
    return cursor.is_mark(place.after, ".") && cursor.is_glued(place.after) &&
           is_noun(cursor, place.after + 1);
}

/// Whether the word is "in" as in "5 in London", not the inches of "6 ft 2 in" and "12 in. record".
bool is_preposition(const Cursor& cursor, const UnitPlace& place) {
    const auto* larger = cursor.last_token_but_one<UnitName>();
    const bool inches = larger != nullptr && larger->unit == cursor.language().unit("ft");
    const bool chance =
        place.hyphen && cursor.is_dash(place.after) && cursor.is_number(place.after + 1); // 1-in-10
    return cursor.text(place.first) == cursor.language().phrase("in") &&
           (chance || (cursor.lexeme(place.first).spaced && !inches && !is_shortened(cursor, place)));
}

/// Whether a lone letter apart from its number is a unit: 5 g of it, 5 g/l; not 5 C and a name.
bool is_lone_letter_unit(const Cursor& cursor, const UnitPlace& place) {
    const auto after = place.after;
    const auto* amount = cursor.last_token<Number>();
    const bool decimals = amount != nullptr && !amount->fraction.empty();
    const bool ends_phrase = !cursor.has(after) || cursor.is_any_mark(after, {",", ".", ";", ")", "&"}) ||
                             cursor.is_class(after, LexicalClass::preposition);
    const bool phrase_goes_on =
        cursor.is_word(after) && !cursor.is_glued(after) && starts_lower(cursor.text(after));
    const bool rate = cursor.is_mark(after, "/") && cursor.is_glued(after) && cursor.is_glued(after + 1) &&
                      cursor.language().unit(cursor.text(after + 1)) != nullptr;
    const bool lower = starts_lower(cursor.text(place.first));
    return (lower && (cursor.is_number(after) || decimals)) ||
           (ends_phrase && (lower || !cursor.is_mark(after, "."))) || phrase_goes_on || rate;
}

/// Whether the neighbours of the unit allow it.
bool fits(const Cursor& cursor, const UnitPlace& place) {
    const Lexeme& first = cursor.lexeme(place.first);
    const bool small = first.text.size() == 1 && first.kind == LexemeKind::word && first.spaced;
    const bool primed = first.kind == LexemeKind::mark && first.spaced &&
                        cursor.is_any_mark(place.first, {"\"", "″", "”", "'", "′"});
    const bool initials_follow = cursor.is_mark(place.after, ".") && cursor.is_glued(place.after) &&
                                 cursor.is_word(place.after + 1) &&
                                 cursor.is_glued(place.after + 1); // m.p.h.
    const bool word_follows =
        (cursor.is_word(place.after) && cursor.is_glued(place.after)) || (small && initials_follow);
    if (first.text == "st" && !is_stone(cursor, place.first)) {
        return false;
    }
    return !primed && !word_follows && (!small || is_lone_letter_unit(cursor, place)) &&
           !closes_quotation(cursor, place.after - 1);
}

/// Whether the unit belongs to a noun: a 10 km walk, a 12" single.
bool is_attribute(const Cursor& cursor, const UnitPlace& place) {
    const auto after = place.after;
    const bool inch = cursor.is_any_mark(after - 1, {"\"", "″", "”", "'", "′"});
    const bool number_of_noun = cursor.is_number(after) && cursor.is_dash(after + 1) &&
                                cursor.is_glued(after + 1) && cursor.is_word(after + 2); // 2" 24-track tape
    const bool after_word = cursor.tokens().size() == 1 || cursor.last_token_but_one<PlainWord>() != nullptr;
    return place.hyphen || is_before_noun(cursor, is_shortened(cursor, place) ? after + 1 : after) ||
           (inch && (cursor.is_class(after, LexicalClass::disc) || is_size_of_disc(cursor, after - 1))) ||
           (inch && number_of_noun) ||
           (inch && after_word && cursor.is_word(after) &&
            !cursor.is_class(after, LexicalClass::preposition));
}

/// Whether the unit is said in the singular.
bool is_singular(const Cursor& cursor, const UnitPlace& place) {
    const auto* fraction = cursor.last_token<Fraction>();
    const auto* number = cursor.last_token<Number>();
    const bool part = fraction != nullptr && fraction->whole.empty();
    const bool below_two = number != nullptr && !number->fraction.empty() &&
                           (number->whole == "0" || number->whole == "1") &&
                           cursor.language().phrase("singular below two") == "yes"; // 1,5 heure
    const bool one =
        number != nullptr && number->whole == "1" && number->fraction.empty() && place.magnitude.empty();
    return part || below_two || one || is_attribute(cursor, place);
}

/// Takes a magnitude that no unit follows: "million" after a number, but not its own word.
bool take_lone_magnitude(Cursor& cursor, const UnitPlace& place) {
    const std::size_t here = cursor.index();
    const bool mark = place.after_magnitude > here && !cursor.is_word(here);
    return !place.magnitude.empty() && (mark || cursor.text(here) != place.magnitude) &&
           cursor.take(Entry{place.magnitude}, place.after_magnitude);
}

} // namespace

bool recognise_unit(Cursor& cursor) {
    const UnitPlace place = find_unit(cursor);
    if (place.unit == nullptr || is_preposition(cursor, place) ||
        cursor.is_class(place.first, LexicalClass::magnitude)) {
        return take_lone_magnitude(cursor, place);
    }
    if (!fits(cursor, place)) {
        return false;
    }
    const bool one = is_singular(cursor, place);
    if (!place.magnitude.empty()) {
        cursor.take(Entry{place.magnitude}, place.after_magnitude);
    }
    // The full stop of "min." or "ft." inside a sentence is not a pause.
    const auto after = place.after;
    const bool stop = cursor.is_word(after - 1) && cursor.is_mark(after, ".") && cursor.is_glued(after) &&
                      cursor.has(after + 1);
    cursor.take(UnitName{place.unit, one}, stop ? after + 1 : after);
    recognise_rate(cursor) || (has_power(cursor, cursor.index() - 1) && recognise_superscript(cursor)) ||
        recognise_dimensions(cursor);
    return true;
}

void verbalize(const UnitName& unit, Verbalization& speech) {
    speech.say(unit.one ? unit.unit->one : unit.unit->many);
}

} // namespace recital
