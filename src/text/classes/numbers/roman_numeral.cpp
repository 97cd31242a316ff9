// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/numbers/roman_numeral.h"

#include "text/classes/numbers/ordinal.h"
#include "text/classes/numbers/ruler.h"
#include "text/language/character.h"
#include "text/language/roman_numeral.h"
#include "text/tokens/phrase.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

namespace recital {

bool recognise_infusion(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const bool article =
        here > 0 && cursor.text(here - 1) == cursor.language().phrase("article before a vowel");
    const bool subject = here > 0 && cursor.is_class(here - 1, LexicalClass::determiner) &&
                         !cursor.state().degrees_seen && !starts_upper(cursor.text(here + 1)) &&
                         !cursor.is_class(here + 1, LexicalClass::ordinal_thing) &&
                         !cursor.is_class(here + 1, LexicalClass::harmony) && !cursor.is_number(here + 1);
    return cursor.text(here) == "IV" && !follows_numbered_thing(cursor, here) &&
           (article || subject || cursor.is_class(here + 1, LexicalClass::infusion)) &&
           cursor.take(Letters{cursor.text(here), false}, here + 1);
}

namespace {

/// Whether the numeral is among the next lexemes, or among the previous ones.
bool has_roman_near(const Cursor& cursor, std::string_view numeral, bool next) {
    const std::size_t here = cursor.index();
    constexpr std::size_t far = 60;
    const auto first = next ? here : here - std::min(here, far);
    const auto last = next ? std::min(cursor.size(), here + far) : here;
    for (auto index = first; index < last; ++index) {
        if (cursor.is_word(index) && cursor.text(index) == numeral) {
            return true;
        }
    }
    return false;
}

} // namespace

namespace {

bool is_numeral_letter(char letter) {
    return letter == 'I' || letter == 'V' || letter == 'X' || letter == 'L' || letter == 'C' ||
           letter == 'D' || letter == 'M';
}

} // namespace

bool recognise_roman_item(Cursor& cursor) {
    const std::size_t here = cursor.index();
    if (!is_numeral_letter(cursor.text(here).front())) {
        return false;
    }
    if (recognise_stopped_ordinal(cursor)) {
        return true;
    }
    const auto value = roman_value(cursor.text(here));
    const bool opens = here == 0 || cursor.is_any_mark(here - 1, {";", ":", "(", ",", "–", "—", "•"});
    // "(V. Spivakov, violin)" has no item before it.
    if (here > 0 && cursor.is_mark(here - 1, "(") && cursor.text(here).size() == 1 && value != 1) {
        return false;
    }
    const bool stop = cursor.is_mark(here + 1, ".") && cursor.is_glued(here + 1) &&
                      cursor.is_word(here + 2) && !cursor.is_glued(here + 2);
    if (value == 0 || value >= latest_ruler || !opens || !stop || !starts_upper(cursor.text(here + 2))) {
        return false;
    }
    // A lone "I." may be an initial; a list has a next or a previous item.
    const bool listed = cursor.is_class(here + 2, LexicalClass::movement_title) ||
                        (value == 1 ? has_roman_near(cursor, "II", true)
                                    : has_roman_near(cursor, value == 5 ? "IV" : "IX", false));
    if (cursor.text(here).size() == 1 && !listed) {
        return false;
    }
    return cursor.take(Number{std::to_string(value), {}, false, false}, here + 1);
}

bool recognise_small_roman_numeral(Cursor& cursor) {
    const std::size_t here = cursor.index();
    std::string numeral(cursor.text(here));
    if (numeral.find_first_not_of("ivxlc") != std::string::npos || here == 0) {
        return false;
    }
    std::transform(numeral.begin(), numeral.end(), numeral.begin(), to_ascii_upper);
    const auto value = roman_value(numeral);
    const bool range =
        cursor.is_dash(here - 1) && cursor.is_glued(here - 1) && cursor.tokens().size() > 1 &&
        numeral.size() > 1 &&
        std::holds_alternative<Number>(cursor.tokens()[cursor.tokens().size() - 2].token_class);
    // "Grove, xii, 345", "the ii chord"; some of them are words elsewhere.
    const bool sure = numeral.size() > 1 && numeral.find_first_not_of("IVX") == std::string::npos &&
                      numeral != "VI" && numeral != "XI" && numeral != "XX";
    const bool page = range || sure || cursor.is_class(here + 1, LexicalClass::harmony) ||
                      cursor.is_class(cursor.word_before(here), LexicalClass::numbered_thing);
    return value != 0 && page && cursor.take(Number{std::to_string(value), {}, false, false}, here + 1);
}

namespace {

bool has_only(std::string_view numeral, std::string_view letters) {
    return numeral.find_first_not_of(letters) == std::string_view::npos;
}

/// Whether the neighbours make letters at the cursor no numeral: part of a word, or of no. LX-88.
bool is_part_of_code(const Cursor& cursor) {
    const std::size_t here = cursor.index();
    const auto* sign = cursor.last_token<Entry>();
    const bool code = sign != nullptr && sign->spoken == cursor.language().phrase("number sign") &&
                      cursor.is_dash(here + 1) && cursor.is_glued(here + 1) && cursor.is_number(here + 2);
    const bool glued = here > 0 && cursor.is_glued(here) && !cursor.is_dash(here - 1) &&
                       !cursor.is_any_mark(here - 1, {"(", "/", ".", "♭", "♯"});
    return code || glued;
}

/// The XIX century, the XIX-century style
bool precedes_ordinal_thing(const Cursor& cursor) {
    const std::size_t here = cursor.index();
    return cursor.is_class(here + 1, LexicalClass::ordinal_thing) ||
           (cursor.is_dash(here + 1) && cursor.is_class(here + 2, LexicalClass::ordinal_thing));
}

/// A heading, as numbers of chapters are: "III", "IV: The end".
bool is_heading(const Cursor& cursor, std::string_view numeral) {
    const bool alone = !cursor.has(1) || cursor.is_any_mark(1, {":", "–", "—"}) ||
                       (cursor.is_mark(1, ".") && !cursor.has(2));
    return alone && numeral.size() > 1 && has_only(numeral, "IVXL");
}

/// Whether an "I" at the cursor may be the person: "I am".
bool may_be_pronoun(const Cursor& cursor, std::string_view numeral) {
    return numeral == "I" && cursor.is_class(cursor.index() + 1, LexicalClass::first_person);
}

/// Act III, and ♭VII, the chord on a lowered degree. "Side C" and "Studio D" have letters: numerals that
/// large do not occur alone.
bool is_cardinal(const Cursor& cursor, std::string_view numeral) {
    const std::size_t here = cursor.index();
    if (cursor.is_any_mark(here - 1, {"♭", "♯"}) && cursor.is_glued(here)) {
        return true;
    }
    const bool before_code = cursor.is_number(here + 1) && !cursor.is_mark(here + 1, ".");
    const bool letter = numeral.size() == 1 && !has_only(numeral, "IVX");
    return follows_numbered_thing(cursor, here) && !before_code && !letter &&
           !may_be_pronoun(cursor, numeral);
}

/// The XVI Competition
bool is_edition(const Cursor& cursor, std::string_view numeral, unsigned value) {
    const std::size_t here = cursor.index();
    return numeral.size() > 1 && value < latest_ruler * 3 &&
           cursor.is_class(here - 1, LexicalClass::determiner) && starts_upper(cursor.text(here + 1)) &&
           has_only(numeral, "IVX");
}

/// Louis XIV, Sam II; a numeral that is neither is not spelled out.
bool recognise_ruler(Cursor& cursor, std::string_view numeral, unsigned value) {
    const std::size_t here = cursor.index();
    if (value >= latest_ruler || !has_only(numeral.substr(0, 1), "IVX")) {
        return false;
    }
    if (recognise_further_ruler(cursor, value)) {
        return true;
    }
    const bool after_quote = cursor.is_any_mark(here - 1, {"\"", "”", "’", "'"}) && here > 1;
    const std::size_t name = after_quote ? here - 2 : here - 1;
    const bool subject = cursor.is_class(name, LexicalClass::ruler_name) && opens_clause(cursor, name);
    if (may_be_pronoun(cursor, numeral) && !subject) {
        return false;
    }
    const bool single = numeral.size() == 1;
    if (is_ruler(cursor, name, single)) {
        return cursor.take(Ordinal{value, true, false}, here + 1);
    }
    return !single && has_only(numeral, "IVX") &&
           cursor.take(Number{std::to_string(value), {}, false, false}, here + 1);
}

} // namespace

bool recognise_roman_numeral(Cursor& cursor) {
    const std::size_t here = cursor.index();
    auto numeral = cursor.text(here);
    if (!has_only(numeral.substr(0, 1), "IVXLCDM")) {
        return false;
    }
    const auto ending = numeral.size() > 3 ? cursor.language().ordinal_ending_length(numeral) : 0;
    numeral.remove_suffix(ending);
    const auto value = roman_value(numeral);
    if (value == 0 || is_part_of_code(cursor)) {
        return false;
    }
    if (ending != 0 || precedes_ordinal_thing(cursor)) {
        return cursor.take(Ordinal{value, false, false}, here + 1);
    }
    if (numeral.size() > 3 && value >= earliest_year) {
        return cursor.take(Year{value, false}, here + 1);
    }
    if (here == 0 ? is_heading(cursor, numeral) : is_cardinal(cursor, numeral)) {
        return cursor.take(Number{std::to_string(value), {}, false, false}, here + 1);
    }
    if (here == 0) {
        return false;
    }
    return is_edition(cursor, numeral, value) ? cursor.take(Ordinal{value, false, false}, here + 1)
                                              : recognise_ruler(cursor, numeral, value);
}

} // namespace recital
