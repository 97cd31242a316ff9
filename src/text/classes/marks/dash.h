// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/spoken/verbalization.h"
#include "text/tokens/cursor.h"

namespace recital {

bool recognise_dash(Cursor& cursor);

void verbalize(const Dash& dash, Verbalization& speech);

} // namespace recital
