// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// The number in Blink-182, TR-808, MP3, B-52, Apollo 13 as it belongs to a name.
bool recognise_digits_in_name(Cursor& cursor);

/// The 78s, the 747s: several of what has the number as its name.
bool recognise_plural_number(Cursor& cursor);

} // namespace recital
