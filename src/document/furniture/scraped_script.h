// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/inline/edits.h"

#include <string_view>
#include <vector>

namespace recital {

/// The statements of scripts (JavaScript) that a scraper left in a paragraph, as edits that remove them: a
/// paragraph of them, or several before or after a sentence.
[[nodiscard]] std::vector<Edit> script_edits(std::string_view text);

} // namespace recital
