// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// www.example.com/music, name@example.com, example.com
bool recognise_address(Cursor& cursor);

} // namespace recital
