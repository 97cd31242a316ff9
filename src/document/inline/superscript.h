// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// What to read for superscript text that follows `before`: superscript digits if they are a power, that is
/// after ten, a unit or the symbol of a quantity (`is_power_base`); an empty string if it is a note mark,
/// that is a number in brackets or after any other word; any other text unchanged.
[[nodiscard]] std::string read_superscript(std::string_view before, std::string_view superscript);

/// The text with superscripts between carets ("m^2^", as in Pandoc's Markdown) replaced by what is read for
/// them.
[[nodiscard]] std::string with_superscripts(std::string_view text);

} // namespace recital
