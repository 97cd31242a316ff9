// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// "♩ =" and "♩. =" of tempos; a lone note is an ornament.
bool recognise_note_value(Cursor& cursor);

} // namespace recital
