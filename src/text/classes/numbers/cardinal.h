// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/spoken/verbalization.h"
#include "text/tokens/cursor.h"

namespace recital {

/// Any other number, with its power, its fraction and its unit: 12, 1,234.5, 10 000, 7½, 12 kg
bool recognise_cardinal(Cursor& cursor);

/// 1.000.000, as much of Europe groups thousands: three digits after every point.
bool recognise_grouped_by_points(Cursor& cursor);

/// ①, 十: a sign for a number
bool recognise_number_character(Cursor& cursor);

void verbalize(const Number& number, Verbalization& speech);

} // namespace recital
