// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/measures/power.h"

#include "document/inline/power_bases.h"
#include "text/language/character.h"

#include <unicode/uchar.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace recital {

namespace {

bool is_superscript(std::string_view mark) {
    return !mark.empty() && is_superscript_digit(character_at(mark, 0).code_point);
}

} // namespace

bool has_power(const Cursor& cursor, std::size_t base) {
    const std::size_t raised = cursor.is_mark(base + 1, "⁻") ? base + 2 : base + 1;
    return cursor.is_glued(base + 1) && cursor.is_glued(raised) && is_superscript(cursor.text(raised)) &&
           is_power_base(cursor.text(base));
}

bool recognise_superscript(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    Number power;
    std::size_t next = here;
    power.negative =
        cursor.is_mark(next, "⁻") && cursor.is_glued(next + 1) && is_superscript(cursor.text(next + 1));
    next += power.negative ? 1 : 0;
    for (; is_superscript(cursor.text(next)) && (next == here || cursor.is_glued(next)); ++next) {
        const auto figure = static_cast<UChar32>(character_at(cursor.text(next), 0).code_point);
        power.whole += std::to_string(static_cast<int>(u_getNumericValue(figure)));
    }
    if (!power.negative && (power.whole == "2" || power.whole == "3")) {
        return cursor.take(Entry{language.phrase(power.whole == "2" ? "squared" : "cubed")}, next);
    }
    const auto phrase = language.phrase("to the power of");
    if (power.whole.empty() || phrase.empty() || here == 0 || !has_power(cursor, here - 1)) {
        return false;
    }
    cursor.add(Entry{phrase}, cursor.lexeme(here).begin, cursor.lexeme(here).begin);
    return cursor.take(std::move(power), next);
}

bool recognise_exponent(Cursor& cursor) {
    const std::size_t here = cursor.index();
    if (cursor.is_mark(here, "^") && cursor.is_glued(here) && cursor.is_number(here + 1) &&
        cursor.is_glued(here + 1)) {
        return cursor.take(Entry{cursor.language().phrase("to the power of")}, here + 1);
    }
    // Two or more digits after a number that is not a base are a note mark.
    const bool power =
        has_power(cursor, here - 1) || !is_superscript(cursor.text(here + 1)) || !cursor.is_glued(here + 1);
    return cursor.is_glued(here) && power && recognise_superscript(cursor);
}

bool recognise_formula(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    if (!has_power(cursor, here)) {
        return false;
    }
    if (const auto* unit = language.unit(cursor.span(here, here + 2)); unit != nullptr) {
        return cursor.take(UnitName{unit, false}, here + 2);
    }
    if (const auto* unit = language.unit(cursor.text(here));
        unit != nullptr && cursor.text(here).size() > 1) {
        cursor.take(UnitName{unit, false}, cursor.index() + 1);
        return recognise_superscript(cursor);
    }
    const auto signs = cursor.text(here);
    const auto begin = cursor.lexeme(here).begin;
    std::size_t position = 0;
    for (; character_at(signs, position).end < signs.size(); position = character_at(signs, position).end) {
        const auto end = character_at(signs, position).end;
        cursor.add(Letters{signs.substr(position, end - position), false}, begin + position, begin + end);
    }
    cursor.add(Letters{signs.substr(position), false}, begin + position, begin + signs.size());
    cursor.go_to(here + 1);
    return recognise_superscript(cursor) || cursor.take(PlainWord{cursor.text(here + 1)}, here + 2);
}

} // namespace recital
