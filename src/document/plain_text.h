// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/outline.h"

#include <string>
#include <string_view>

namespace recital {

/// Reads plain text: paragraphs stand between blank lines, hard-wrapped lines are joined, and headings are
/// what people use for them: "# Title", "CHAPTER IX", a line underlined with "====" or "----". `text` is
/// decoded text; `name` stands in messages.
[[nodiscard]] Outline read_plain_text(std::string_view text, const std::string& name);

/// What becomes of control characters other than white space.
enum class Controls { drop, keep };

/// One paragraph or heading as it is handed on: Unicode normalisation form C, runs of white space as one
/// space, no zero-width characters or soft hyphens.
[[nodiscard]] std::string tidy_text(std::string_view text, Controls controls = Controls::drop);

} // namespace recital
