// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// Text that was extracted from pages without their running heads and page numbers: lines that recur with an
/// increasing number ("12  MARA BELL"), "Page 3 of 9", and notes at the foot of a page. A sentence that such
/// a line interrupts is joined; all that follows keeps its line numbers from the end of its paragraph. Adds
/// what it removes to `omissions`. Numbers between whole sentences stay, since they may be those of sections.
[[nodiscard]] std::string without_page_furniture(std::string_view text, std::vector<Omission>& omissions);

} // namespace recital
