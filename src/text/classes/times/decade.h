// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/spoken/verbalization.h"
#include "text/tokens/cursor.h"

namespace recital {

/// The 00s.
inline constexpr unsigned this_century = 2000;

/// 1990s, 1990's, 60s, the 60's; "the 78s" is not a decade but a plural.
bool recognise_decade(Cursor& cursor);

void verbalize(const Decade& decade, Verbalization& speech);

} // namespace recital
