// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/spoken/verbalization.h"
#include "text/tokens/cursor.h"

namespace recital {

/// A letter by its name: plan A, section (a), U2.
bool recognise_letter(Cursor& cursor);

/// Letters with full stops between them are initials and stay separate; others form one word.
void verbalize(const Letters& letters, Verbalization& speech);

} // namespace recital
