// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

#include <cstddef>

namespace recital {

inline constexpr unsigned latest_ruler = 40;

/// Whether the name is one that a numeral makes a ruler of; a single letter needs a ruler's name.
[[nodiscard]] bool is_ruler(const Cursor& cursor, std::size_t name, bool single);

/// Whether the name of the ruler opens a clause, so that the numeral after it is no subject of its own:
/// "Charles I would", "when King George I said".
[[nodiscard]] bool opens_clause(const Cursor& cursor, std::size_t name);

/// "James VI and I", "Louis XIV, XV and XVI": the rulers go on after a first one.
bool recognise_further_ruler(Cursor& cursor, unsigned value);

} // namespace recital
