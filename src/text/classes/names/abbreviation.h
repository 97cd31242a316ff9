// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// Dr., Op. 9, e.g., a.k.a., Ph.D.; also British "Mr" and "Op 9"
bool recognise_abbreviation(Cursor& cursor);

} // namespace recital
