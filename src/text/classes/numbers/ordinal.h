// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/spoken/verbalization.h"
#include "text/tokens/cursor.h"

namespace recital {

/// 21st, 1,000th, tuned in 5ths
bool recognise_ordinal(Cursor& cursor);

/// The III. Symphony, his 2. Sonata
bool recognise_stopped_ordinal(Cursor& cursor);

void verbalize(const Ordinal& ordinal, Verbalization& speech);

} // namespace recital
