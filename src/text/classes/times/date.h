// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/spoken/verbalization.h"
#include "text/tokens/cursor.h"

namespace recital {

/// 12 May 1840, 25th Jul 2012, 15 January, the 12th of May, 1840
bool recognise_date_from_day(Cursor& cursor);

/// May 12, 1840; Dec. 5, 1791; SEPT. 15; July 1876; May
bool recognise_date_from_month(Cursor& cursor);

void verbalize(const Date& date, Verbalization& speech);

} // namespace recital
