// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// 7½, ¾
bool recognise_vulgar_fraction(Cursor& cursor);

} // namespace recital
