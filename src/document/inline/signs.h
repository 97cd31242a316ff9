// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// Whether the line is a rule: at least three signs that draw a line, and nothing else.
[[nodiscard]] bool is_rule(std::string_view line);

/// The text without the rules at its ends ("===== Early years =====", "//////// Contents").
[[nodiscard]] std::string_view without_rules(std::string_view text);

/// The text with quotation marks where typewriters had back quotes: "`so'" opens with the mark it closes
/// with, "``so''" is a double quotation. Between two back quotes stands something else, which is left.
[[nodiscard]] std::string with_opening_quotes(std::string_view text);

/// How many bytes of closing punctuation the text begins with, where they belong to what is before it: a
/// blank or the end follows. 0 for an ellipsis.
[[nodiscard]] std::size_t closing_punctuation(std::string_view text);

} // namespace recital
