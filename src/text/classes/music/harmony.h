// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

inline constexpr unsigned degrees = 7;

/// The I chord, the chords I, IV and V, from I to V: degrees beside a word of harmony, or two of them with
/// "to" in between.
bool recognise_degrees(Cursor& cursor);

/// ii–V–I, I–vi–IV–V7: chords by their degrees. "Acts I–IV" and "pages i–xv" count on.
bool recognise_progression(Cursor& cursor);

} // namespace recital
