// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// US, HBO, LPs: capitals that do not form a word.
bool recognise_initialism(Cursor& cursor);

} // namespace recital
