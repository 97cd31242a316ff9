// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// The code after a state in capitals: New York, NY 10019.
bool recognise_postal_code(Cursor& cursor);

} // namespace recital
