// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// Translates dialects of Markdown into its common form. The result has the same lines: "==marked==" is
/// strong; comments ("%% ... %%"), fences of boxes (":::note"), attributes of headings
/// ("{#early}"), definitions of abbreviations ("*[BWV]: ...") and placeholders for a table of contents
/// ("[TOC]") become blanks. A number that is no number of a list is escaped: in a heading that is underlined
/// ("1. The Sea") and in a date ("12. April 1931").
[[nodiscard]] std::string in_common_markdown(std::string_view text);

} // namespace recital
