// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/classes/codes/postal_code.h"

#include "text/language/character.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace recital {

bool recognise_postal_code(Cursor& cursor) {
    const std::size_t here = cursor.index();
    constexpr std::size_t code_digits = 5;
    const auto written = cursor.text(here);
    const auto state = here > 0 ? cursor.text(here - 1) : std::string_view{};
    const bool after_state = state.size() == 2 && std::all_of(state.begin(), state.end(), is_ascii_upper);
    const bool digits =
        written.size() == code_digits && std::all_of(written.begin(), written.end(), is_ascii_digit);
    return after_state && digits && !cursor.is_glued(here) &&
           cursor.take(Digits{std::string(written), true}, here + 1);
}

} // namespace recital
