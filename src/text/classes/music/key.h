// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// A minor, B♭, F# major, E-flat, Bb major, D min.
bool recognise_key(Cursor& cursor);

} // namespace recital
