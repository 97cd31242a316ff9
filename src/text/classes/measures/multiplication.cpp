// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/measures/multiplication.h"

#include "text/classes/measures/power.h"

#include <cstddef>

namespace recital {

bool recognise_dimensions(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const bool sign = cursor.is_any_mark(here, {"×", "x"}) && cursor.is_number(here + 1);
    const bool sizes = cursor.last_token<UnitName>() != nullptr;
    return sign && sizes && cursor.take(Entry{cursor.language().symbol("×")}, here + 1);
}

namespace {

/// 4 x 6: a small x between numbers, with blanks.
bool is_spaced_sign(const Cursor& cursor) {
    const std::size_t here = cursor.index();
    return cursor.is_mark(here, "x") && !cursor.is_glued(here) && !cursor.is_glued(here + 1);
}

/// 2 x platinum
bool multiplies_certificate(const Cursor& cursor) {
    const auto award = cursor.index() + 1;
    return cursor.is_word(award) && !cursor.is_glued(award) &&
           cursor.language().lists("certifications", cursor.text(award));
}

/// 4xPlatinum
bool recognise_glued_certificate(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const auto word = cursor.text(here);
    if (!cursor.is_word(here) || !word.starts_with('x') || !cursor.is_glued(here) ||
        !cursor.language().lists("certifications", word.substr(1))) {
        return false;
    }
    const auto begin = cursor.lexeme(here).begin;
    cursor.add(Entry{cursor.language().phrase("times")}, begin, begin + 1);
    cursor.add(PlainWord{word.substr(1)}, begin + 1, begin + word.size());
    return cursor.go_to(here + 1);
}

} // namespace

bool recognise_multiplication(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    if (here == 0 || !cursor.is_number(here - 1) || recognise_glued_certificate(cursor)) {
        return here > 0 && cursor.index() != here;
    }
    if (!cursor.is_any_mark(here, {"×", "x"})) {
        return false;
    }
    const bool factor = cursor.is_number(here + 1);
    const bool equation = factor && cursor.is_mark(here + 2, "="); // 5 × 4 = 20
    if (has_power(cursor, here + 1) || equation || multiplies_certificate(cursor)) {
        return cursor.take(Entry{language.phrase("times")}, here + 1);
    }
    if (is_spaced_sign(cursor)) {
        return factor && cursor.take(Entry{language.symbol("×")}, here + 1);
    }
    const bool goes_on =
        cursor.is_glued(here + 1) && !cursor.is_any_mark(here + 1, {",", ".", ";", ")", "!", "?"});
    if (!cursor.is_glued(here)) {
        return false;
    }
    if (goes_on) {
        return factor && cursor.take(Entry{language.symbol("×")}, here + 1);
    }
    return cursor.take(Entry{language.phrase("times")}, here + 1);
}

bool recognise_leading_multiplication(Cursor& cursor) {
    if (cursor.text(cursor.index()) != "x") {
        return false;
    }
    const auto& language = cursor.language();
    const std::size_t number = cursor.index() + 1;
    if (!cursor.is_glued(number) || !cursor.small_number(number) ||
        !language.lists("certifications", cursor.text(number + 1))) {
        return false;
    }
    cursor.go_to(number);
    cursor.take(cursor.number_of(cursor.text(number)), number + 1);
    cursor.add_after_last(Entry{language.phrase("times")});
    return true;
}

} // namespace recital
