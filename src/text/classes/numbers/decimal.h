// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// -2
bool recognise_negative(Cursor& cursor);

/// .506
bool recognise_leading_point(Cursor& cursor);

} // namespace recital
