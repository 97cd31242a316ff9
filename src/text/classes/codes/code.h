// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/spoken/verbalization.h"
#include "text/tokens/cursor.h"

namespace recital {

/// 555-0123, 1-800-555-0123, 192.168.0.1, 007, 4AD
bool recognise_code(Cursor& cursor);

/// The capitals after a number: 4AD, 3D, 180A; small letters after works: Op. 35b.
bool recognise_code_suffix(Cursor& cursor);

/// Three and four digits as a reader says a catalogue number: five forty-five, ten oh seven.
void verbalize(const Digits& digits, Verbalization& speech);

} // namespace recital
