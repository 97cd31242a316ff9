// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"
#include "document/structure/heading_text.h"

#include <string_view>
#include <vector>

namespace recital {

/// The short ones of the possible acronyms that running text writes in capitals everywhere, but not among
/// others in capitals. `text_of` returns the running text of a block.
[[nodiscard]] Acronyms acronyms_of(const Acronyms& possible, const std::vector<Block>& blocks,
                                   std::string_view (*text_of)(const Block& block));

} // namespace recital
