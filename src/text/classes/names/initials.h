// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// J. S. Bach, B.B. King, R.E.M., U.S.
bool recognise_initials(Cursor& cursor);

} // namespace recital
