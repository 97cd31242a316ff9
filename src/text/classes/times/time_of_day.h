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

} // namespace recital
