// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// "pp, then mf and ff"
bool recognise_dynamic(Cursor& cursor);

} // namespace recital
