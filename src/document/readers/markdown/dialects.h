// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// Translates dialects of Markdown into its common form. The result has the same length in bytes and the same
/// lines: "==marked==" is strong; comments ("%% ... %%"), fences of boxes (":::note"), attributes of headings
/// ("{#early}"), definitions of abbreviations ("*[BWV]: ...") and placeholders for a table of contents
/// ("[TOC]") become blanks.
[[nodiscard]] std::string in_common_markdown(std::string_view text);

} // namespace recital
