// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

#include <cstddef>

namespace recital {

/// The index after the days that follow the one before the index: "and 4", ", 4 and 5", "/13"; the index
/// itself if there are none.
[[nodiscard]] std::size_t after_more_days(const Cursor& cursor, std::size_t index);

/// Takes the days, and the words that join them, up to the index.
bool take_days(Cursor& cursor, std::size_t after, bool article);

/// The days before the last one: 3 and 4 May 1960, 3, 4 and 5 May, from 3 to 9 May, 1/13 March 1839.
bool recognise_days_of_month(Cursor& cursor);

} // namespace recital
