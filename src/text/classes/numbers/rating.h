// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

#include <cstddef>

namespace recital {

/// Whether the slash parts a mark from the best one: 8/10, rated 4/5, 3/5 stars.
[[nodiscard]] bool is_rating(const Cursor& cursor, std::size_t slash);

/// 9.5/10: a number with decimals is not part of a fraction.
bool recognise_rating(Cursor& cursor);

/// ★★★☆☆, ★★★★, ★★½: as many stars, out of so many if some are empty.
bool recognise_stars(Cursor& cursor);

} // namespace recital
