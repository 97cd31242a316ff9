// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/codes/serial_number.h"

#include "text/language/character.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace recital {

bool recognise_serial_number(Cursor& cursor) {
    const std::size_t here = cursor.index();
    constexpr std::size_t min_digits = 7;
    const auto mark = here > 0 ? cursor.text(here - 1) : std::string_view{};
    const bool after_capitals =
        mark.size() > 1 && cursor.is_word(here - 1) && std::all_of(mark.begin(), mark.end(), is_ascii_upper);
    const auto written = cursor.text(here);
    return after_capitals && written.size() >= min_digits &&
           std::all_of(written.begin(), written.end(), is_ascii_digit) &&
           cursor.take(Digits{std::string(written), true}, here + 1);
}

} // namespace recital
