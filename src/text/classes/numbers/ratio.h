// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// A ratio of 2:1: no time has one digit after its colon, and a verse follows the name of its book.
bool recognise_ratio(Cursor& cursor);

} // namespace recital
