// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"
#include "document/structure/heading_text.h"

#include <vector>

namespace recital {

/// The short words that running text writes in capitals everywhere, but not among others in capitals.
[[nodiscard]] Acronyms acronyms_of(const std::vector<Block>& blocks);

} // namespace recital
