// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// ISBN 9783161484100, SRX 1234567: long numbers after capitals are not quantities.
bool recognise_serial_number(Cursor& cursor);

} // namespace recital
