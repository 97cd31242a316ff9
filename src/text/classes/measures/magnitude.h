// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

#include <cstddef>
#include <string_view>

namespace recital {

/// The magnitude that is at the index, which is moved after it: "million", or the "bn" that abbreviates it.
[[nodiscard]] std::string_view take_magnitude(const Cursor& cursor, std::size_t& index);

} // namespace recital
