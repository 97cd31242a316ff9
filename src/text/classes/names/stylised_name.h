// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// P!nk, AC/DC: the longest entry that starts here and ends where a word does.
bool recognise_stylised_name(Cursor& cursor);

} // namespace recital
