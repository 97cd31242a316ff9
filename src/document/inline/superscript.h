// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// What is read of a raised text after `before`: digits as superscripts where they are a power, after ten, a
/// unit or the sign of a quantity (`is_power_base`); nothing if a number in brackets or after any other word
/// is the mark of a note; any other text as it is.
[[nodiscard]] std::string read_superscript(std::string_view before, std::string_view superscript);

/// The text with what is between carets after a word ("m^2^") read as raised, as in Pandoc's Markdown.
[[nodiscard]] std::string with_superscripts(std::string_view text);

} // namespace recital
