// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/inline/emphasis.h"
#include "document/inline/line_end.h"

#include <vector>

namespace recital {

/// The lines of a block with line breaks: those of a running sentence are joined; verse, addresses and lists
/// keep theirs.
[[nodiscard]] std::vector<EmphasisedText> joined_lines(std::vector<EmphasisedText> lines,
                                                       LineEnds& line_ends);

} // namespace recital
