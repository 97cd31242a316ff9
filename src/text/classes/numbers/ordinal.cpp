// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/numbers/ordinal.h"

#include "text/classes/measures/measure.h"
#include "text/language/character.h"
#include "text/language/roman_numeral.h"
#include "text/sentences/list_marker.h"

#include <algorithm>
#include <cstddef>
#include <optional>
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

/// The 21 st of May, the 19 th century: an ending apart from its number.
bool is_ending_apart(const Cursor& cursor, std::size_t ending) {
    const auto next = ending + 1;
    const bool determined =
        cursor.index() > 0 && cursor.is_class(cursor.index() - 1, LexicalClass::determiner);
    return cursor.language().ordinal_ending(cursor.text(ending)) == OrdinalForm::usual &&
           (cursor.language().month(cursor.text(next)) != 0 ||
            (determined && (cursor.text(next) == cursor.language().phrase("of") ||
                            cursor.is_class(next, LexicalClass::ordinal_thing))));
}

/// His 2. Sonata, the III. Symphony: a full stop as in German, before the number of a work or an instrument.
bool is_before_numbered_thing(const Cursor& cursor, std::size_t stop) {
    const std::size_t here = cursor.index();
    return here > 0 && cursor.is_mark(stop, ".") && cursor.is_glued(stop) && cursor.is_word(stop + 1) &&
           !cursor.is_glued(stop + 1) &&
           counts_thing(cursor.is_kind(here - 1, LexemeKind::possessive)
                            ? cursor.language().phrase("possessive")
                            : cursor.text(here - 1),
                        cursor.text(here), cursor.text(stop + 1), cursor.language());
}

} // namespace

bool recognise_stopped_ordinal(Cursor& cursor) {
    const std::size_t here = cursor.index();
    constexpr unsigned latest = 20;
    if (!is_before_numbered_thing(cursor, here + 1)) {
        return false;
    }
    const auto number = cursor.is_number(here) ? cursor.small_number(here)
                                               : std::optional<unsigned>(roman_value(cursor.text(here)));
    return number && *number > 0 && *number <= latest &&
           cursor.take(Ordinal{*number, false, false, false}, here + 2);
}

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
    if (!(cursor.is_glued(here + 1) || is_ending_apart(cursor, ending)) || !fits ||
        is_stone(cursor, ending)) {
        return recognise_stopped_ordinal(cursor);
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
