// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace recital {

/// The punctuation mark that closes a clause.
struct ClauseMark {
    char32_t mark = 0;        ///< one of , ; : . ? ! – — ( ), or 0 if the clause ends without one
    std::size_t position = 0; ///< of the mark, in code points
};

/// The mark that closes a clause of `text` which ends before character `end` (in code points, from 0),
/// ignoring spaces after it.
[[nodiscard]] ClauseMark clause_mark(std::string_view text, std::size_t end);

} // namespace recital
