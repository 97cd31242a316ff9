// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// A line of plain text that consists of a number.
struct LoneNumber {
    std::size_t block = 0; ///< index of the heading that it would be
    int value = 0;
};

/// The number of a line such as "12", "- 12 -" or "[12]"; 0 for any other line, and for four digits, which
/// may be a year.
[[nodiscard]] int lone_number(std::string_view line);

/// Decides what the lone numbers of a text are; each is a heading in `blocks`. Numbers that count from one
/// and are between complete sentences are section numbers; the heading after one becomes its title. All
/// others are page numbers: they are removed, and sentences that they split are joined.
void resolve_lone_numbers(std::vector<Block>& blocks, const std::vector<LoneNumber>& numbers);

} // namespace recital
