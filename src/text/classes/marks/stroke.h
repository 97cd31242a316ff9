// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// César Franck/Olivier Messiaen, E minor/Major, Berlin / London: a pause. "And/or" and "singer/songwriter"
/// have none.
bool recognise_stroke(Cursor& cursor);

} // namespace recital
