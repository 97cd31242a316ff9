// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// What is read of a raised text behind `before`: digits as superscripts where they are a power, behind ten,
/// a unit or the sign of a quantity (`is_power_base`); nothing where a number in brackets
/// or behind any other word is the mark of a note; any other text as it is.
[[nodiscard]] std::string read_superscript(std::string_view before, std::string_view superscript);

/// The text with what stands between carets behind a word ("m^2^") read as raised, as Pandoc's Markdown has
/// it.
[[nodiscard]] std::string with_superscripts(std::string_view text);

} // namespace recital
