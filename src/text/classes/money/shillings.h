// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// £3 10s. 6d., £3 10s 6d
bool recognise_shillings(Cursor& cursor);

/// The /10/6 after the £1 of £1/10/6, which is the last token.
bool recognise_rest_of_pounds(Cursor& cursor);

} // namespace recital
