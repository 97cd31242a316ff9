// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/spoken/verbalization.h"
#include "text/tokens/cursor.h"

namespace recital {

/// $350/yr, $40,000/year
bool recognise_rate(Cursor& cursor);

/// The unit after a number: 12 kg, 100 million km, a 12" single, 45%.
bool recognise_unit(Cursor& cursor);

void verbalize(const UnitName& unit, Verbalization& speech);

} // namespace recital
