// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// <<La Mer>>: the marks of a quotation.
bool recognise_angle_quote(Cursor& cursor);

/// The marks of a quotation, which is open from the first to the last.
bool recognise_quotation_mark(Cursor& cursor);

} // namespace recital
