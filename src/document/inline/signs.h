// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// Whether the line is a rule: at least three signs that draw a line, and nothing else.
[[nodiscard]] bool is_rule(std::string_view line);

/// The text without the rules at its ends ("===== Early years =====", "//////// Contents").
[[nodiscard]] std::string_view without_rules(std::string_view text);

/// Replaces back quotes used as opening quotation marks: "`so'" opens with the mark it closes with, "``so''"
/// is a double quotation. Text between two back quotes is left unchanged.
[[nodiscard]] std::string with_opening_quotes(std::string_view text);

/// Length in bytes of the closing punctuation at the start of the text, if a blank or the end follows, so
/// that it belongs to the preceding text. 0 otherwise and for an ellipsis.
[[nodiscard]] std::size_t closing_punctuation(std::string_view text);

} // namespace recital
