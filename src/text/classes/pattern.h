// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// 12,5 %, 1.500 Gulden, am 3. Mai: a match of a pattern of the language, if it covers whole lexemes.
bool recognise_pattern(Cursor& cursor);

} // namespace recital
