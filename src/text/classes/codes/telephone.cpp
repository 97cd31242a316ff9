// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/codes/telephone.h"

#include <cstddef>
#include <string>
#include <utility>

namespace recital {

bool recognise_telephone(Cursor& cursor) {
    const std::size_t here = cursor.index();
    constexpr std::size_t min_digits = 7;
    constexpr std::size_t prefix_digits = 3;
    constexpr std::size_t max_group_length = 4;
    const bool international = cursor.is_mark(here, "+");
    const bool area = cursor.is_mark(here, "(") && cursor.text(here + 1).size() == prefix_digits &&
                      cursor.is_mark(here + 2, ")") && cursor.text(here + 3).size() == prefix_digits;
    if (!(international || area) || !cursor.is_glued(here + 1)) {
        return false;
    }
    std::size_t after = here + 1;
    std::size_t digits = 0;
    std::size_t groups = 0;
    for (auto next = after; cursor.is_number(next) || cursor.is_any_mark(next, {"(", ")", "-", "."});
         ++next) {
        if (cursor.is_number(next)) {
            if (!cursor.small_number(next) || cursor.text(next).size() > max_group_length) {
                break;
            }
            digits += cursor.text(next).size();
            ++groups;
            after = next + 1;
        }
    }
    if (digits < min_digits || groups < 2) {
        return false;
    }
    cursor.take(international ? TokenClass(Entry{cursor.language().symbol("+")}) : TokenClass(Silent{}),
                cursor.index() + 1);
    bool first = true;
    while (cursor.index() < after) {
        if (!cursor.is_number(cursor.index())) {
            cursor.take(Silent{}, cursor.index() + 1);
            continue;
        }
        if (!std::exchange(first, false)) {
            cursor.add_after_last(Punctuation{','});
        }
        cursor.take(Digits{std::string(cursor.text(cursor.index())), true}, cursor.index() + 1);
    }
    return true;
}

bool recognise_grouped_digits(Cursor& cursor) {
    const std::size_t here = cursor.index();
    constexpr std::size_t min_digits = 9;
    constexpr std::size_t min_groups = 3;
    constexpr std::size_t max_group_length = 5;
    std::size_t after = here;
    std::size_t digits = 0;
    while (cursor.is_number(after) && cursor.text(after).size() <= max_group_length &&
           cursor.number_of(cursor.text(after)).whole.size() == cursor.text(after).size()) {
        digits += cursor.text(after).size();
        ++after;
    }
    if (cursor.text(here)[0] != '0' || digits < min_digits || after < here + min_groups) {
        return false;
    }
    for (bool first = true; cursor.index() < after; first = false) {
        if (!first) {
            cursor.add_after_last(Punctuation{','});
        }
        cursor.take(Digits{std::string(cursor.text(cursor.index())), true}, cursor.index() + 1);
    }
    return true;
}

} // namespace recital
