// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/times/date_parts.h"

#include "text/classes/times/decade.h"

#include <cstddef>
#include <optional>

namespace recital {

std::optional<unsigned> day_at(const Cursor& cursor, std::size_t index) {
    const auto number = cursor.small_number(index);
    return number && *number >= 1 && *number <= max_days && cursor.text(index).size() <= 2 ? number
                                                                                           : std::nullopt;
}

std::size_t after_month(const Cursor& cursor, std::size_t index) {
    const auto& language = cursor.language();
    const unsigned month = cursor.is_word(index) ? language.possible_month(cursor.text(index)) : 0;
    if (month == 0) {
        return index;
    }
    const bool stop = cursor.is_mark(index + 1, ".") && cursor.is_glued(index + 1) &&
                      cursor.text(index) != language.month_name(month) && cursor.has(index + 2);
    return index + (stop ? 2 : 1);
}

std::size_t after_day(const Cursor& cursor, std::size_t index) {
    if (!day_at(cursor, index)) {
        return index;
    }
    return cursor.is_glued(index + 1) && cursor.language().is_ordinal_ending(cursor.text(index + 1))
               ? index + 2
               : index + 1;
}

unsigned full_year(const Cursor& cursor, unsigned last_digits) {
    const std::size_t here = cursor.index();
    constexpr unsigned last_century = 1900;
    constexpr unsigned latest = 26;
    const bool birth = cursor.language().lists("births", cursor.text(cursor.word_before(here))) && here > 0;
    return last_digits + (last_digits <= latest && !birth ? this_century : last_century);
}

bool takes_article(const Cursor& cursor, std::size_t index) {
    return index == 0 || !(cursor.is_class(index - 1, LexicalClass::determiner) ||
                           cursor.is_kind(index - 1, LexemeKind::possessive) ||
                           cursor.text(index - 1) == cursor.language().phrase("ordinal article"));
}

} // namespace recital
