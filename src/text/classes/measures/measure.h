// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/spoken/verbalization.h"
#include "text/tokens/cursor.h"

#include <cstddef>

namespace recital {

/// Whether the "st" at the index is a weight: 12 st 4 lb, 14st, lost 2 st.; not 21st, 57 st. and
/// 12 st. james.
[[nodiscard]] bool is_stone(const Cursor& cursor, std::size_t letters);

/// $350/yr, $40,000/year
bool recognise_rate(Cursor& cursor);

/// The unit after a number: 12 kg, 100 million km, a 12" single, 45%.
bool recognise_unit(Cursor& cursor);

void verbalize(const UnitName& unit, Verbalization& speech);

} // namespace recital
