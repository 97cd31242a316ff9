// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

namespace recital {

/// #NowPlaying, @name
bool recognise_hashtag(Cursor& cursor);

} // namespace recital
