// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

#include <cstddef>

namespace recital {

/// Whether the slash between two numbers makes a time signature.
[[nodiscard]] bool is_metre(const Cursor& cursor, std::size_t slash);

/// In ¾ time, from ¾ to 4/4: whether the sign at the current lexeme is a time signature.
[[nodiscard]] bool is_vulgar_metre(const Cursor& cursor, unsigned beats, unsigned value);

} // namespace recital
