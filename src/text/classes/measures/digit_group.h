// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

#include <cstddef>

namespace recital {

/// The index of the last number that hyphens or points join to the current one; the current one if there is
/// none.
[[nodiscard]] std::size_t last_of_group(const Cursor& cursor);

} // namespace recital
