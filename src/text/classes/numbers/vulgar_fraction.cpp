// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/numbers/vulgar_fraction.h"

#include "text/classes/measures/measure.h"
#include "text/classes/numbers/metre.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace recital {

namespace {

constexpr std::array<std::pair<std::string_view, std::pair<unsigned, unsigned>>, 15> vulgar_fractions{
    {{"½", {1, 2}},
     {"⅓", {1, 3}},
     {"⅔", {2, 3}},
     {"¼", {1, 4}},
     {"¾", {3, 4}},
     {"⅕", {1, 5}},
     {"⅖", {2, 5}},
     {"⅗", {3, 5}},
     {"⅘", {4, 5}},
     {"⅙", {1, 6}},
     {"⅚", {5, 6}},
     {"⅛", {1, 8}},
     {"⅜", {3, 8}},
     {"⅝", {5, 8}},
     {"⅞", {7, 8}}}};

} // namespace

bool recognise_vulgar_fraction(Cursor& cursor) {
    for (const auto& [mark, parts] : vulgar_fractions) {
        if (!cursor.is_mark(cursor.index(), mark)) {
            continue;
        }
        if (is_vulgar_metre(cursor, parts.first, parts.second)) {
            cursor.state().metre_seen = true;
            cursor.add(Number{std::to_string(parts.first), {}, false, false},
                       cursor.lexeme(cursor.index()).begin, cursor.lexeme(cursor.index()).end());
            return cursor.take(Number{std::to_string(parts.second), {}, false, false}, cursor.index() + 1);
        }
        Fraction fraction{{}, parts.first, parts.second};
        if (const auto* number = cursor.last_token<Number>(); number != nullptr && number->fraction.empty() &&
                                                              cursor.index() > 0 &&
                                                              cursor.is_number(cursor.index() - 1)) {
            fraction.whole = number->whole;
            cursor.extend_last(fraction, cursor.index() + 1);
        } else {
            cursor.take(fraction, cursor.index() + 1);
        }
        recognise_unit(cursor);
        return true;
    }
    return false;
}

} // namespace recital
