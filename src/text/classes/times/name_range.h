// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// Mon–Fri, Tue.–Sat., Jan–Mar: from one day of the week or month to another, which may be shortened.
bool recognise_name_range(Cursor& cursor);

} // namespace recital
