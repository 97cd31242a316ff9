// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// The "[12]" or "[citation needed]" after a word.
bool recognise_note_mark(Cursor& cursor);

} // namespace recital
