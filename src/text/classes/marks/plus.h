// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// Florence + the Machine; "A + B", "50+" and "Canal+" have a plus.
bool recognise_plus(Cursor& cursor);

} // namespace recital
