// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// An IV drip, IV fluids: not the numeral.
bool recognise_infusion(Cursor& cursor);

/// I. Allegro; II. Andante
bool recognise_roman_item(Cursor& cursor);

/// Act II, scene iii; pages iii–vii: numerals in small letters after a counted noun.
bool recognise_small_roman_numeral(Cursor& cursor);

/// Henry VIII, Act III, World War II, Sam II, the XIX century
bool recognise_roman_numeral(Cursor& cursor);

} // namespace recital
