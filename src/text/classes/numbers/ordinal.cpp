// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/numbers/ordinal.h"

#include "text/language/character.h"

#include <algorithm>
#include <cstddef>
#include <variant>

namespace recital {

namespace {

/// Whether the "d" after 2, 3, 22, 33 and so on is an ordinal's: the 2d edition, Bach's 3d suite, 22d Street.
bool is_old_ordinal(const Cursor& cursor, unsigned number, std::size_t ending) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    const auto next = ending + 1;
    const bool determined =
        here > 0 &&
        ((cursor.text(here - 1).size() > 1 && cursor.is_class(here - 1, LexicalClass::determiner)) ||
         cursor.is_kind(here - 1, LexemeKind::possessive));
    const bool shortened = cursor.is_word(next) && cursor.is_mark(next + 1, ".") &&
                           cursor.is_glued(next + 1) && !language.abbreviations(cursor.text(next)).empty() &&
                           language.unit(cursor.text(next)) == nullptr;
    const bool named = cursor.is_word(next) && !cursor.is_glued(next) && starts_upper(cursor.text(next));
    const bool follows =
        cursor.is_word(next) || !cursor.has(next) || cursor.is_any_mark(next, {",", ".", ";", ")"});
    constexpr std::size_t recent = 4; // tokens
    const auto first =
        cursor.tokens().end() - static_cast<std::ptrdiff_t>(std::min(cursor.tokens().size(), recent));
    const bool again =
        cursor.is_word(next) && std::any_of(first, cursor.tokens().end(), [](const Token& token) {
            return std::holds_alternative<Ordinal>(token.token_class);
        }); // her 3d opera and 2d mass
    const bool part = again || cursor.is_class(next, LexicalClass::instrument) ||
                      cursor.is_class(next, LexicalClass::numbered_thing);
    return (number % 10 == 2 || number % 10 == 3) && ((determined && follows) || shortened || named || part);
}

} // namespace

bool recognise_ordinal(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    constexpr std::size_t max_length = 18;
    // Spanish writes a point before the ending: 1.º
    const bool point = cursor.is_mark(here + 1, ".") && cursor.is_any_mark(here + 2, {"º", "ª"}) &&
                       cursor.is_glued(here + 2);
    const auto ending = point ? here + 2 : here + 1;
    const auto written = cursor.small_number(here);
    if (language.has_ordinal_stop() && written && cursor.text(here).size() <= 2 &&
        cursor.is_mark(here + 1, ".") && cursor.is_glued(here + 1) && cursor.is_word(here + 2) &&
        !cursor.is_glued(here + 2)) {
        return cursor.take(Ordinal{*written, false, false, false}, here + 2);
    }
    const auto form = language.ordinal_ending(cursor.text(ending));
    const bool ruler = here > 0 && cursor.is_class(here - 1, LexicalClass::ruler_name) &&
                       !cursor.is_glued(here) && written && *written < 10 && (*written == 2 || *written == 3);
    if (ruler && form == OrdinalForm::old && cursor.is_glued(ending)) { // Otto 2d
        return cursor.take(Ordinal{*written, true, false, false}, ending + 1);
    }
    // "The 2d edition", as old books have it.
    const bool old = form == OrdinalForm::old;
    const bool fits = form && (!old || (written && is_old_ordinal(cursor, *written, ending)));
    if (!cursor.is_glued(here + 1) || !fits) {
        return false;
    }
    const auto number = cursor.number_of(cursor.text(here));
    return number.fraction.empty() && number.whole.size() <= max_length &&
           cursor.take(Ordinal{integer_of(number.whole), false, form == OrdinalForm::feminine,
                               form == OrdinalForm::plural},
                       ending + 1);
}

namespace {

NumberForm ordinal_form(const Verbalization& speech, const Ordinal& ordinal) {
    if (ordinal.article && ordinal.number > speech.language().max_ruler_ordinal()) {
        return NumberForm::cardinal;
    }
    return ordinal.feminine ? NumberForm::feminine_ordinal : NumberForm::ordinal;
}

} // namespace

void verbalize(const Ordinal& ordinal, Verbalization& speech) {
    if (ordinal.article) {
        speech.phrase("ordinal article");
    }
    speech.say(speech.language().numbers().in_words(ordinal.number, ordinal_form(speech, ordinal)));
    if (ordinal.plural) {
        speech.attach(speech.language().phrase("plural of ordinals"));
    }
}

} // namespace recital
