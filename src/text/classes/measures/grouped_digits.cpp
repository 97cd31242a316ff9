// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/measures/grouped_digits.h"

#include "text/language/character.h"
#include "text/tokens/phrase.h"

#include <cstddef>
#include <string>
#include <utility>

namespace recital {

bool read_foreign_decimals(const Cursor& cursor, Number& number, std::size_t& next, bool money) {
    const auto& language = cursor.language();
    constexpr std::size_t max_decimals = 2;
    const auto decimals = next + 1;
    const bool glued = cursor.is_mark(next, ",") && cursor.is_glued(next) && cursor.is_glued(decimals) &&
                       cursor.small_number(decimals) && cursor.text(decimals).size() <= max_decimals;
    const auto after = decimals + 1;
    const bool letter = cursor.text(after).size() == 1 && cursor.is_word(after) &&
                        starts_lower(cursor.text(after)) && !cursor.is_mark(after + 1, ".");
    const bool amount =
        cursor.is_class(after, LexicalClass::magnitude) || cursor.is_mark(after, "%") ||
        (cursor.is_word(after) && cursor.text(after) == language.symbol("%")) ||
        ((cursor.text(after).size() > 1 || letter) && language.unit(cursor.text(after)) != nullptr) ||
        number.whole == "0" || (money && cursor.text(decimals).size() == max_decimals) ||
        (money && cursor.is_glued(after) && !language.magnitude_mark(cursor.text(after)).empty()) ||
        is_plural(cursor, after) ||
        (cursor.has(after) && !cursor.is_word(after) && language.currency(cursor.text(after)) != nullptr);
    if (!glued || !amount || !number.fraction.empty()) {
        return false;
    }
    number.fraction = std::string(cursor.text(decimals));
    next = decimals + 1;
    return true;
}

void read_spaced_groups(const Cursor& cursor, Number& number, std::size_t& next) {
    const std::size_t here = cursor.index();
    constexpr std::size_t group = 3;
    const bool part_of_name =
        here > 0 && cursor.is_glued(here) && cursor.is_word(here - 1); // the U2 360 tour
    const bool head = cursor.small_number(here) && cursor.text(here).size() <= group && !part_of_name &&
                      (here == 0 || !cursor.is_number(here - 1));
    while (head && cursor.small_number(next) && !cursor.is_glued(next) && cursor.text(next).size() == group) {
        number.whole += cursor.text(next);
        ++next;
    }
    if (!head || !cursor.is_number(next) || cursor.is_glued(next) ||
        cursor.language().phrase("spaced groups") != "decimals") {
        return;
    }
    auto last = cursor.number_of(cursor.text(next));
    if (last.whole.size() == group && !last.fraction.empty() &&
        cursor.text(next).find('.') == std::string::npos) {
        number.whole += last.whole;
        number.fraction = std::move(last.fraction);
        ++next;
    }
}

} // namespace recital
