// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// 8" x 10", 20 cm × 30 cm
bool recognise_dimensions(Cursor& cursor);

/// 4× platinum, 10x its price, 5 × 10⁶; 3×5 is "by".
bool recognise_multiplication(Cursor& cursor);

/// x2 platinum
bool recognise_leading_multiplication(Cursor& cursor);

} // namespace recital
