// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/inline/edits.h"

#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// The edits that put a comma in place of arrows ("->", "=>", "-->", "→"), which are pauses and not signs of
/// a formula; at the ends of a text and beside punctuation an arrow disappears.
[[nodiscard]] std::vector<Edit> arrow_edits(std::string_view text);

/// The text after these edits.
[[nodiscard]] std::string with_pauses_for_arrows(std::string text);

} // namespace recital
