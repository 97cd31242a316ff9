// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// Cmaj7, F#m7b5, B♭sus4, Gm, D/F#
bool recognise_chord(Cursor& cursor);

} // namespace recital
