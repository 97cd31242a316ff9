// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// Mon–Fri, Tue.–Sat.: from one day of the week to another, of which one may be shortened.
bool recognise_days_of_week(Cursor& cursor);

} // namespace recital
