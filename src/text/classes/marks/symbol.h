// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// &, =, ©: what the language says for the sign
bool recognise_symbol(Cursor& cursor);

/// Any mark that is of no other class is not said.
bool recognise_unread_mark(Cursor& cursor);

} // namespace recital
