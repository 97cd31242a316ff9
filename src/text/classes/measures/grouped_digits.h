// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

#include <cstddef>

namespace recital {

/// "3,5 million", as much of Europe writes it: groups of thousands have three digits. Whether the decimals
/// were found; `next` is then moved after them.
bool read_foreign_decimals(const Cursor& cursor, Number& number, std::size_t& next, bool money = false);

/// 10 000: groups of three after spaces, of which the last one may have decimals in some languages: 1 250,75.
void read_spaced_groups(const Cursor& cursor, Number& number, std::size_t& next);

} // namespace recital
