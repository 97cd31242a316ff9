// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/cursor.h"

#include <cstddef>

namespace recital {

/// Whether capitals are a surname, as some texts write them: M. DZOKPE, Kossi DZOKPE, DZOKPE Kossi. A name
/// from elsewhere may open with any consonants, so the shorter it is, the more must indicate it.
[[nodiscard]] bool is_surname(const Cursor& cursor, std::size_t index);

} // namespace recital
