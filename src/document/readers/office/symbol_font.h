// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace recital {

/// The character that the font "Symbol" shows for a code (hexadecimal, "F061" or "61" for alpha), by
/// `data/document/symbol_font.tsv`; empty for other fonts, which hold pictures, and for unknown codes.
[[nodiscard]] std::string symbol_character(std::string_view font, std::string_view code);

} // namespace recital
