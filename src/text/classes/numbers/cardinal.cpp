// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/numbers/cardinal.h"

#include "text/classes/measures/digit_group.h"
#include "text/classes/measures/grouped_digits.h"
#include "text/classes/measures/measure.h"
#include "text/classes/measures/multiplication.h"
#include "text/classes/measures/power.h"
#include "text/classes/numbers/vulgar_fraction.h"
#include "text/language/character.h"

#include <unicode/uchar.h>

#include <cstddef>
#include <string>
#include <utility>

namespace recital {

bool recognise_cardinal(Cursor& cursor) {
    const std::size_t here = cursor.index();
    auto number = cursor.number_of(cursor.text(here));
    std::size_t next = here + 1;
    read_spaced_groups(cursor, number, next);
    read_foreign_decimals(cursor, number, next);
    cursor.take(number, next);
    recognise_exponent(cursor) || recognise_vulgar_fraction(cursor) || recognise_multiplication(cursor);
    recognise_unit(cursor);
    return true;
}

bool recognise_grouped_by_points(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const auto last = last_of_group(cursor);
    constexpr std::size_t group = 3;
    Number number{std::string(cursor.text(here)), {}, false, false};
    for (auto index = here; index < last; index += 2) {
        if (!cursor.is_mark(index + 1, ".") || cursor.text(index + 2).size() != group) {
            return false;
        }
        number.whole += cursor.text(index + 2);
    }
    if (cursor.text(here).size() > group || cursor.text(here).starts_with('0') || last < here + 4) {
        return false;
    }
    cursor.take(std::move(number), last + 1);
    recognise_unit(cursor);
    return true;
}

bool recognise_number_character(Cursor& cursor) {
    const std::size_t here = cursor.index();
    const auto code_point = character_at(cursor.text(here), 0).code_point;
    const double value = u_getNumericValue(static_cast<UChar32>(code_point));
    return value >= 0 && value == static_cast<double>(static_cast<unsigned>(value)) &&
           !is_superscript_digit(code_point) &&
           cursor.take(Number{std::to_string(static_cast<unsigned>(value)), {}, false, false}, here + 1);
}

namespace {

/// Before a noun a number may take its gender.
NumberForm count_form(const Verbalization& speech) {
    if (speech.following().empty()) {
        return NumberForm::cardinal;
    }
    return speech.language().is_feminine(speech.following()) ? NumberForm::feminine_count : NumberForm::count;
}

/// Digit by digit, or in some languages two of them as a number: douze virgule soixante-quinze.
void say_decimals(Verbalization& speech, std::string_view digits) {
    if (digits.size() == 2 && digits.front() != '0' && speech.language().phrase("decimals") == "number") {
        speech.cardinal(integer_of(digits));
    } else {
        speech.digits(digits);
    }
}

} // namespace

void verbalize(const Number& number, Verbalization& speech) {
    speech.part();
    if (number.negative) {
        speech.phrase("minus");
    }
    if (!number.whole.empty()) {
        speech.say(speech.language().numbers().in_words(
            number.whole, number.fraction.empty() ? count_form(speech) : NumberForm::cardinal));
    }
    if (!number.fraction.empty()) {
        speech.phrase("decimal point");
        say_decimals(speech, number.fraction);
    }
    if (number.plural) {
        speech.attach_plural(speech.language().plural_rules());
    }
}

} // namespace recital
