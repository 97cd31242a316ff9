// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/numbers/model.h"

#include "text/classes/times/year.h"
#include "text/language/character.h"
#include "text/tokens/phrase.h"

#include <cstddef>
#include <string>
#include <variant>

namespace recital {

namespace {

/// A Boeing 747, the Studer 810, a Learjet 245: three figures after a maker's name, or after a name with "a".
bool is_model(const Cursor& cursor, std::size_t index) {
    const auto& language = cursor.language();
    constexpr std::size_t model_digits = 3;
    if (index == 0 || !cursor.small_number(index) || cursor.text(index).size() != model_digits ||
        !cursor.is_word(index - 1) || cursor.is_glued(index)) {
        return false;
    }
    if (cursor.is_class(index - 1, LexicalClass::maker)) {
        return !cursor.is_class(index + 1, LexicalClass::count_noun);
    }
    const bool counted = is_plural(cursor, index + 1) ||
                         cursor.is_class(index + 1, LexicalClass::count_noun) ||
                         cursor.is_class(index + 1, LexicalClass::magnitude) ||
                         language.unit(cursor.text(index + 1)) != nullptr;
    return index > 1 && cursor.text(index - 2) != language.phrase("ordinal article") &&
           cursor.is_class(index - 2, LexicalClass::determiner) && starts_upper(cursor.text(index - 1)) &&
           !counted && !cursor.is_class(index - 1, LexicalClass::numbered_thing);
}

/// A 3d film, shown in 3d
bool is_dimension(const Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    return cursor.is_any_mark(here, {"2", "3"}) && cursor.is_mark(here + 1, "d") &&
           cursor.is_glued(here + 1) &&
           (language.lists("dimension things", cursor.text(here + 2)) ||
            (here > 0 && cursor.text(here - 1) == language.phrase("in")));
}

} // namespace

bool recognise_digits_in_name(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    constexpr std::size_t pair_digits = 3;
    // No. DG 2530, no. 4521
    const auto is_sign = [&](std::size_t back) {
        const auto* entry =
            cursor.tokens().size() < back
                ? nullptr
                : std::get_if<Entry>(&cursor.tokens()[cursor.tokens().size() - back].token_class);
        return entry != nullptr && entry->spoken.ends_with(language.phrase("number sign"));
    };
    const bool catalogue =
        cursor.small_number(here) && ((is_sign(2) && cursor.last_token<Letters>() != nullptr) ||
                                      (is_sign(1) && cursor.text(here).size() == year_digits));
    const bool aircraft = here > 0 && cursor.is_class(here - 1, LexicalClass::determiner) &&
                          language.lists("aircraft", cursor.text(here)) && !is_plural(cursor, here + 1);
    if (is_model(cursor, here) || catalogue || aircraft) {
        return cursor.take(Digits{std::string(cursor.text(here)), false}, here + 1);
    }
    if (is_dimension(cursor)) {
        cursor.take(cursor.number_of(cursor.text(cursor.index())), cursor.index() + 1);
        return cursor.take(Letters{cursor.text(cursor.index()), false}, cursor.index() + 1);
    }
    if (here == 0 || !cursor.is_glued(here) || !cursor.small_number(here)) {
        return false;
    }
    const bool hyphen = cursor.is_mark(here - 1, "-") && cursor.is_glued(here - 1) && here > 1;
    const bool abbreviation = cursor.last_token<Entry>() != nullptr; // c1500
    const bool name = cursor.is_word(hyphen ? here - 2 : here - 1) && (hyphen || !abbreviation);
    const bool year = cursor.text(here).size() == year_digits && is_year(cursor, here) && hyphen;
    if (!name || cursor.text(here).size() < pair_digits || year) {
        return false;
    }
    cursor.take(Digits{std::string(cursor.text(cursor.index())), false}, cursor.index() + 1);
    return true;
}

bool recognise_plural_number(Cursor& cursor) {
    const std::size_t here = cursor.index();
    constexpr std::size_t model_digits = 3;
    const auto number = cursor.small_number(here);
    const bool several = number && cursor.is_glued(here + 1) && cursor.text(here + 1) == "s" &&
                         (*number % 10 != 0 || cursor.text(here).size() == model_digits);
    if (!several) {
        return false;
    }
    return is_model(cursor, here) ? cursor.take(Digits{std::string(cursor.text(here)), false, true}, here + 2)
                                  : cursor.take(Number{std::to_string(*number), {}, false, true}, here + 2);
}

} // namespace recital
