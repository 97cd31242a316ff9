// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

#include <cstddef>

namespace recital {

/// Whether a power is glued to the base that is there.
[[nodiscard]] bool has_power(const Cursor& cursor, std::size_t base);

/// The power after its base: squared, cubed, to the power of six. After anything else, only small powers.
bool recognise_superscript(Cursor& cursor);

/// 5², 5³, 10⁶, 10^6
bool recognise_exponent(Cursor& cursor);

/// x², mc², "its area in m²"
bool recognise_formula(Cursor& cursor);

} // namespace recital
