// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/inline/edits.h"

#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// The edits that remove rules of style (CSS) which a scraper left in a text: ".quote p{margin:0}". In order,
/// without overlaps. Braces of prose are not among them.
[[nodiscard]] std::vector<Edit> style_edits(std::string_view text);

/// The text without them.
[[nodiscard]] std::string without_scraped_style(std::string text);

} // namespace recital
