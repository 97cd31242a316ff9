// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

#include <cstddef>

namespace recital {

/// Whether the mark follows the size of a disc: a 12" single, the 7" of it.
[[nodiscard]] bool is_size_of_disc(const Cursor& cursor, std::size_t mark);

/// Whether the mark closes a quotation rather than standing for inches: one that is open, and not needed for
/// it further on.
[[nodiscard]] bool closes_quotation(const Cursor& cursor, std::size_t index);

/// 5'11", 6′2
bool recognise_foot_and_inch(Cursor& cursor);

} // namespace recital
