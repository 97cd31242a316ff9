// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace recital {

/// The mark that closes a clause of `text` which ends in front of character `end` (in code points, from 0):
/// one of , ; : . ? ! – — ( ) with spaces behind it passed over; 0 where the clause ends without one.
[[nodiscard]] char32_t clause_mark(std::string_view text, std::size_t end);

} // namespace recital
