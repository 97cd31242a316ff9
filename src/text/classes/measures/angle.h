// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// 51° 30′ 12″ N: after degrees the primes are minutes and seconds.
bool recognise_angle(Cursor& cursor);

} // namespace recital
