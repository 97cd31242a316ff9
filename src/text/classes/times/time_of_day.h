// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/spoken/verbalization.h"
#include "text/tokens/cursor.h"

namespace recital {

/// At 1400 hours, by 0830 hrs
bool recognise_military_time(Cursor& cursor);

/// 8:30, 01:00, 13:45:10, 8.30 p.m., 7 pm
bool recognise_time_of_day(Cursor& cursor);

void verbalize(const Time& time, Verbalization& speech);

/// At 20h30, as the French write it; 3h20 without a word of time is a length.
bool recognise_time_by_letter(Cursor& cursor);

} // namespace recital
