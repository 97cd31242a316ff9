// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"
#include "document/structure/heading_text.h"

#include <string_view>
#include <vector>

namespace recital {

/// The short words that running text writes in capitals everywhere, but not among others in capitals.
[[nodiscard]] Acronyms acronyms_of(const std::vector<Block>& blocks);

/// The same if the running text of a block is what `text_of` returns.
[[nodiscard]] Acronyms acronyms_of(const std::vector<Block>& blocks,
                                   std::string_view (*text_of)(const Block& block));

} // namespace recital
