// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/measures/angle.h"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace recital {

bool recognise_angle(Cursor& cursor) {
    const auto& language = cursor.language();
    const std::size_t here = cursor.index();
    const auto part = [&](std::size_t index, std::initializer_list<std::string_view> marks) {
        return cursor.small_number(index) && cursor.is_any_mark(index + 1, marks) &&
               cursor.is_glued(index + 1);
    };
    const std::size_t minutes = here + 2;
    const bool has_minutes = part(minutes, {"′", "'", "’"});
    const std::size_t seconds = minutes + (has_minutes ? 2 : 0);
    const bool has_seconds = has_minutes && part(seconds, {"″", "\"", "”"});
    const std::size_t after = seconds + (has_seconds ? 2 : 0);
    const auto compass = cursor.is_any_mark(after, {"N", "S", "E", "W"})
                             ? language.phrase("compass " + std::string(cursor.text(after)))
                             : std::string_view{};
    const auto* minute = language.unit("min");
    const auto* second = language.unit("sec");
    if (!cursor.is_number(here) || !cursor.is_mark(here + 1, "°") || !cursor.is_glued(here + 1) ||
        (!has_minutes && compass.empty()) || minute == nullptr || second == nullptr) {
        return false;
    }
    cursor.take(cursor.number_of(cursor.text(cursor.index())), cursor.index() + 1);
    cursor.take(Entry{language.symbol("°")}, cursor.index() + 1);
    while (cursor.index() < after) {
        const auto* unit = cursor.index() == minutes ? minute : second;
        const bool one = *cursor.small_number(cursor.index()) == 1;
        cursor.take(cursor.number_of(cursor.text(cursor.index())), cursor.index() + 1);
        cursor.take(UnitName{unit, one}, cursor.index() + 1);
    }
    return compass.empty() || cursor.take(Entry{compass}, after + 1);
}

} // namespace recital
