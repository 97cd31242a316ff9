// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// 12.iii.1898, 12/iii/1898, 12 III 1898: the month in roman numerals
bool recognise_roman_month(Cursor& cursor);

/// On 10/27; 10/27–11/2
bool recognise_month_and_day(Cursor& cursor);

/// 03/1985
bool recognise_month_and_year(Cursor& cursor);

/// 5-Mar-1985
bool recognise_hyphenated_date(Cursor& cursor);

/// 1969-08-15, 2016/07/03; 15.01.2020, 12/05/1840
bool recognise_numeric_date(Cursor& cursor);

} // namespace recital
