// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// BWV 1007, K. 545, D960, Hob. XVI:52, K. Anh. 9
bool recognise_work_number(Cursor& cursor);

} // namespace recital
