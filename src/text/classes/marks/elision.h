// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/spoken/verbalization.h"
#include "text/tokens/cursor.h"

namespace recital {

/// The apostrophe of "l'8 novembre", "nell'83" and "all' opera" joins the article to what follows it.
bool recognise_elision(Cursor& cursor);

void verbalize(const Elision& /*elision*/, Verbalization& speech);

} // namespace recital
