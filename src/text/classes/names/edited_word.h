// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// [T]he, play[ed]: letters that an editor put in.
bool recognise_edited_word(Cursor& cursor);

/// the person(s), which class(es), the CD(s)
bool recognise_bracketed_plural(Cursor& cursor);

} // namespace recital
