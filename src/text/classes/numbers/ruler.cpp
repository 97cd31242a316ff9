// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/numbers/ruler.h"

#include "text/language/character.h"
#include "text/language/roman_numeral.h"
#include "text/sentences/following_words.h"
#include "text/tokens/phrase.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <variant>

namespace recital {

namespace {

/// Whether the words after the numeral, or before the two of the name, are said of persons: "Zeb Marlow III
/// was born", "the drummer Delmar Pace II", "Kip Fenwick IV and Wiley Dunn III toured".
bool is_person(const Cursor& cursor, std::size_t name) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    constexpr std::size_t noun_is_near = 3;
    if (name == 0 || !is_name_part(cursor, name) || !is_name_part(cursor, name - 1) ||
        cursor.is_class(name, LexicalClass::numbered_thing) ||
        cursor.is_class(name - 1, LexicalClass::determiner)) {
        return false;
    }
    const std::size_t before = name > 1 && cursor.is_mark(name - 2, ",") ? name - 1 : name;
    if (before > 1) {
        std::string noun(cursor.text(before - 2)); // the drummer, Judge
        noun[0] = to_ascii_lower(noun[0]);
        if (language.is(noun, LexicalClass::person_noun) || noun == language.phrase("by")) {
            return true;
        }
    }
    constexpr std::size_t max_list_length = 20; // lexemes
    auto next = here + 1;
    while (next < here + max_list_length &&
           (cursor.is_mark(next, ",") || cursor.text(next) == language.phrase("and")) &&
           is_name_part(cursor, next + 1) && is_name_part(cursor, next + 2) &&
           roman_value(cursor.text(next + 3)) != 0) {
        next += 4;
    }
    if (cursor.is_class(next, LexicalClass::person_verb)) {
        return true;
    }
    next += cursor.is_class(next, LexicalClass::finite_verb) || cursor.is_mark(next, "(") ? 1U : 0U;
    const auto readings = language.abbreviations(cursor.text(next)); // (ts)
    const bool credit = cursor.is_mark(next - 1, "(") &&
                        std::any_of(readings.begin(), readings.end(), [](const Abbreviation& reading) {
                            return reading.context == Context::in_credits;
                        });
    if (credit || language.lists("births", cursor.text(next))) {
        return true;
    }
    // "..., a lawyer," and "were cousins"
    const bool apposition =
        (cursor.is_mark(next, ",") && cursor.is_class(next + 1, LexicalClass::determiner)) ||
        (next > 0 && cursor.is_class(next - 1, LexicalClass::finite_verb));
    for (auto noun = next; apposition && noun <= next + noun_is_near; ++noun) {
        const auto word = cursor.text(noun);
        const auto one = word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
        if (language.is(word, LexicalClass::person_noun) || language.is(one, LexicalClass::person_noun)) {
            return true;
        }
    }
    return false;
}

} // namespace

bool is_ruler(const Cursor& cursor, std::size_t name, bool single) {
    const auto& language = cursor.language();
    const auto word = cursor.text(name);
    if (!cursor.is_word(name)) {
        return false;
    }
    if (language.is(word, LexicalClass::ruler_name) ||
        (!single && language.is(word, LexicalClass::surname))) {
        return true;
    }
    if (std::all_of(word.begin(), word.end(), is_ascii_upper)) {
        std::string title_case(word);
        std::transform(title_case.begin() + 1, title_case.end(), title_case.begin() + 1, to_ascii_lower);
        return language.is(title_case, LexicalClass::ruler_name);
    }
    if (name > 0 && starts_upper(word) && cursor.is_class(name - 1, LexicalClass::ruler_title)) {
        return true;
    }
    if (!single && is_person(cursor, name)) {
        return true;
    }
    // "Hank Williams III" is a person, "Led Zeppelin III" is not.
    constexpr std::size_t max_name_length = 7;
    for (std::size_t first = name + 1; !single && first > 0 && name - (first - 1) < max_name_length;
         --first) {
        const auto index = first - 1;
        if (cursor.is_class(index, LexicalClass::given_name) ||
            cursor.is_class(index, LexicalClass::ruler_name)) {
            return true;
        }
        const bool initial = cursor.text(index).size() == 1 && starts_upper(cursor.text(index)) &&
                             cursor.is_mark(index + 1, ".");
        if (initial) {
            return true;
        }
        const bool name_goes_on =
            cursor.is_any_mark(index, {"\"", "“", "”", "."}) || starts_upper(cursor.text(index));
        if (!name_goes_on) {
            return false;
        }
    }
    return false;
}

bool opens_clause(const Cursor& cursor, std::size_t name) {
    const auto& language = cursor.language();
    if (name == 0 || cursor.is_class(name - 1, LexicalClass::ruler_title) || cursor.is_number(name - 1) ||
        cursor.is_any_mark(name - 1, {";", ":"})) {
        return true;
    }
    // "After James I had died", "The court of Elizabeth I had"
    const bool phrase_of = name > 1 && cursor.text(name - 1) == language.phrase("of") &&
                           cursor.state().open_quotes == 0 && cursor.is_class(0, LexicalClass::determiner);
    if (phrase_of) {
        return true;
    }
    if (name == 1 && cursor.state().open_quotes == 0 &&
        language.lists("opening adverbs", cursor.text(0))) { // Then Charles I must
        return true;
    }
    std::string before(cursor.text(name - 1));
    before[0] = to_ascii_lower(before[0]);
    const bool coordinates = before == language.phrase("and") || before == language.phrase("or");
    if (!coordinates) {
        return language.is(before, LexicalClass::conjunction) &&
               (!language.is(before, LexicalClass::preposition) || is_verb(cursor.text(name + 3), language));
    }
    const auto is_ruler_token = [](const Token& token) {
        const auto* ordinal = std::get_if<Ordinal>(&token.token_class);
        return ordinal != nullptr && ordinal->article;
    };
    return (name > 1 && cursor.is_mark(name - 2, ",")) ||
           std::any_of(cursor.tokens().begin(), cursor.tokens().end(), is_ruler_token);
}

bool recognise_further_ruler(Cursor& cursor, unsigned value) {
    const std::size_t here = cursor.index();
    const bool joined =
        cursor.is_any_mark(here - 1, {",", "&"}) || cursor.text(here - 1) == cursor.language().phrase("and");
    if (!joined || cursor.tokens().size() < 2) {
        return false;
    }
    const auto* ruler = cursor.last_token_but_one<Ordinal>();
    // "George V and I met" is about oneself.
    const bool pronoun = cursor.text(here) == "I" && cursor.is_word(here + 1) &&
                         starts_lower(cursor.text(here + 1)) &&
                         !cursor.is_class(here + 1, LexicalClass::preposition);
    return ruler != nullptr && !pronoun && cursor.take(Ordinal{value, false, false}, here + 1);
}

} // namespace recital
