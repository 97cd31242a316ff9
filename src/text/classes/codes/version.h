// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// Sections and versions: 2.3.1
bool recognise_version(Cursor& cursor);

} // namespace recital
