// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// The text with what only some writers of Markdown know put in the terms of all, byte for byte of the same
/// length and with the same lines: "==marked==" is strong; comments ("%% ... %%"), fences of boxes
/// (":::note"), attributes of headings ("{#early}"), definitions of abbreviations ("*[BWV]: ...") and the
/// place of a contents list ("[TOC]") become blanks.
[[nodiscard]] std::string in_common_markdown(std::string_view text);

} // namespace recital
