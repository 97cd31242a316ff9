// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/spoken/verbalization.h"
#include "text/tokens/cursor.h"

namespace recital {

/// , ; : ? ! by their melody
bool recognise_punctuation(Cursor& cursor);

/// A full stop that ends the sentence or one in a quotation, those of abbreviations and names, and dots.
bool recognise_full_stop(Cursor& cursor);

/// (an aside) between pauses; a word that an editor put in is not one: [He]
bool recognise_bracket(Cursor& cursor);

void verbalize(const Punctuation& punctuation, Verbalization& speech);

} // namespace recital
