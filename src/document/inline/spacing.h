// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/inline/edits.h"

#include <string_view>
#include <vector>

namespace recital {

/// The edits that put the blanks of a text where they belong which a program put around each mark: "a drummer
/// .He ' s known , too ." is "a drummer. He's known, too." Ellipses with blanks (". . .") stay.
[[nodiscard]] std::vector<Edit> spacing_edits(std::string_view text);

} // namespace recital
