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
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace recital {

namespace {

/// Two numbers with a stroke between them.
struct Parts {
    std::string whole; ///< the number before both; empty if there is none
    std::size_t slash = 0;
    unsigned numerator = 0;
    unsigned denominator = 0;
};

/// 3-1/2: a whole number and a part of two, three, four or eight.
bool opens_hyphenated_number(const Cursor& cursor) {
    const auto numerator = cursor.index() + 2;
    const auto part = cursor.small_number(numerator + 2);
    const auto count = cursor.small_number(numerator);
    return cursor.small_number(cursor.index()) && cursor.is_mark(cursor.index() + 1, "-") &&
           cursor.is_glued(cursor.index() + 1) && count && cursor.is_glued(numerator) &&
           cursor.is_any_mark(numerator + 1, {"/", "⁄"}) && part && *count < *part &&
           (*part == 2 || *part == 3 || *part == 4 || *part == 8);
}

/// What is at the cursor, if it may be a fraction: neither a date nor a quarter (Q3/2021).
std::optional<Parts> parts_at(const Cursor& cursor) {
    const std::size_t here = cursor.index();
    Parts parts{{}, here + 1, 0, 0};
    if (cursor.is_number(here + 1) && !cursor.is_glued(here + 1) &&
        cursor.is_any_mark(here + 2, {"/", "⁄"}) && cursor.small_number(here)) {
        parts.whole = std::string(cursor.text(here));
        ++parts.slash;
    }
    if (parts.whole.empty() && opens_hyphenated_number(cursor)) {
        parts.whole = std::string(cursor.text(here));
        parts.slash = here + 3;
    }
    const auto slash = parts.slash;
    const bool glued = cursor.is_glued(slash) && cursor.is_glued(slash + 1);
    const auto numerator = cursor.small_number(slash - 1);
    const auto denominator = cursor.small_number(slash + 1);
    if (!cursor.is_any_mark(slash, {"/", "⁄"}) || !glued || cursor.is_any_mark(slash + 2, {"/", "⁄"}) ||
        !numerator || !denominator) {
        return std::nullopt;
    }
    if (parts.whole.empty() && cursor.text(here).size() < year_digits && is_year(cursor, slash + 1)) {
        return std::nullopt;
    }
    parts.numerator = *numerator;
    parts.denominator = *denominator;
    return parts;
}

/// Takes the current number, the stroke as `between`, and the number after it. Returns true.
bool take_pair(Cursor& cursor, TokenClass between) {
    cursor.take(cursor.number_of(cursor.text(cursor.index())), cursor.index() + 1);
    cursor.take(std::move(between), cursor.index() + 1);
    return cursor.take(cursor.number_of(cursor.text(cursor.index())), cursor.index() + 1);
}

/// Op. 12/1 is a number of the opus.
bool follows_opus(const Cursor& cursor) {
    const auto before = cursor.word_before(cursor.index());
    return before != cursor.index() && cursor.is_any_mark(before, {"Op", "op", "Opus"});
}

/// The season of 1939/40, of 1938/9.
bool is_season(const Cursor& cursor, const Parts& parts) {
    const auto last = cursor.text(parts.slash + 1);
    const bool next_year = last.size() == 1 && parts.numerator % 10 + 1 == parts.denominator;
    return cursor.text(cursor.index()).size() == year_digits && is_year(cursor, cursor.index()) &&
           (last.size() % 2 == 0 || next_year);
}

/// Without "to" in the 1915/16 season and from 1915/16 to 1917/18. Returns true.
bool take_season(Cursor& cursor, const Parts& parts) {
    const auto range = cursor.language().phrase("range");
    const std::size_t here = cursor.index();
    const auto after = parts.slash + 2;
    const auto before = here > 0 ? cursor.text(here - 1) : std::string_view{};
    const bool attribute =
        is_noun(cursor, after) || is_plural(cursor, after) || cursor.text(after) == range ||
        before == range ||
        (here > 0 && cursor.is_class(here - 1, LexicalClass::determiner) && cursor.is_word(after));
    cursor.take(Year{parts.numerator, false}, here + 1);
    cursor.take(attribute ? TokenClass(Silent{}) : TokenClass(Entry{range}), here + 2);
    return cursor.take(Year{parts.denominator, cursor.text(here + 2).size() == 2}, here + 3);
}

constexpr unsigned full_marks = 100;

/// 85/100, 24/36: no one writes a fraction so.
bool is_reducible(const Cursor& cursor, const Parts& parts) {
    constexpr unsigned max_part = 16;
    const bool percentage = parts.denominator == full_marks && parts.numerator > max_part &&
                            cursor.text(parts.slash + 2) != cursor.language().phrase("of");
    return percentage || (parts.denominator > max_part && std::gcd(parts.numerator, parts.denominator) > 1);
}

/// Ensemble 10/10
bool follows_group(const Cursor& cursor) {
    const std::size_t here = cursor.index();
    return here > 0 && starts_upper(cursor.text(here - 1)) &&
           (cursor.is_class(here - 1, LexicalClass::group_noun) ||
            cursor.is_class(here - 1, LexicalClass::numbered_thing));
}

/// 3/4, 2 1/2 km, 1/16th; not 3/4x
bool take_fraction(Cursor& cursor, const Parts& parts) {
    const auto& language = cursor.language();
    const auto after = parts.slash + 2;
    const bool glued_letters = cursor.is_word(after) && cursor.is_glued(after);
    const bool ordinal = glued_letters && language.is_ordinal_ending(cursor.text(after));
    if (glued_letters && !ordinal && language.unit(cursor.text(after)) == nullptr) {
        return false;
    }
    cursor.take(Fraction{parts.whole, parts.numerator, parts.denominator}, ordinal ? after + 1 : after);
    recognise_unit(cursor);
    return true;
}

} // namespace

bool recognise_fraction(Cursor& cursor) {
    const auto parts = parts_at(cursor);
    if (!parts) {
        return false;
    }
    const auto& language = cursor.language();
    if (follows_opus(cursor)) {
        return take_pair(cursor, Entry{language.phrase("number sign")});
    }
    if (parts->denominator < 2) {
        return false;
    }
    if (!parts->whole.empty()) {
        return take_fraction(cursor, *parts);
    }
    if (is_rating(cursor, parts->slash)) {
        return take_pair(cursor, Entry{language.phrase("out of")});
    }
    if (is_season(cursor, *parts)) {
        return take_season(cursor, *parts);
    }
    if (is_reducible(cursor, *parts)) {
        const bool score = parts->denominator == full_marks;
        return take_pair(cursor, score ? TokenClass(Entry{language.phrase("out of")}) : TokenClass(Silent{}));
    }
    if (is_metre(cursor, parts->slash)) {
        cursor.state().metre_seen = true;
        return take_pair(cursor, Silent{});
    }
    return follows_group(cursor) ? take_pair(cursor, Silent{}) : take_fraction(cursor, *parts);
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
