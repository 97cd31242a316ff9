// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/outline.h"

#include <string>
#include <string_view>

namespace recital {

/// Reads plain text: paragraphs are between blank lines or begin with an indented line, hard-wrapped lines
/// are joined, verse and lists keep their lines, and headings are recognised in the usual forms: "# Title",
/// "CHAPTER IX" with the title's lines after it, capitals, a line underlined with "====" or "----", a short
/// line between blank ones. Tables, placeholders for pictures and bodies of footnotes are left out. `text` is
/// decoded text; `name` is used in messages.
[[nodiscard]] Outline read_plain_text(std::string_view text, const std::string& name);

} // namespace recital
