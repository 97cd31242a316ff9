// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// £3 10s. 6d., £3 10s 6d
bool recognise_shillings(Cursor& cursor);

} // namespace recital
