// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// "Sonata no 3", "op 9 no 2": after a work or a number, as it is written without stops.
bool recognise_bare_number_sign(Cursor& cursor);

/// #1, № 5
bool recognise_number_sign(Cursor& cursor);

} // namespace recital
