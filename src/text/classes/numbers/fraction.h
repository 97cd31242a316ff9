// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/spoken/verbalization.h"
#include "text/tokens/cursor.h"

namespace recital {

/// 3/4, 2 1/2
bool recognise_fraction(Cursor& cursor);

void verbalize(const Fraction& fraction, Verbalization& speech);

} // namespace recital
