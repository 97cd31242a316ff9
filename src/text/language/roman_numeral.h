// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace recital {

/// The value of a roman numeral in capitals, 1 to 3999; otherwise 0.
[[nodiscard]] unsigned roman_value(std::string_view word);

} // namespace recital
