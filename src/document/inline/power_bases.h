// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace recital {

/// Whether a superscript number after the word is a power and not a note mark: true for ten, a unit or the
/// symbol of a quantity (`data/languages/power_bases.tsv`: "m", "x").
[[nodiscard]] bool is_power_base(std::string_view word);

} // namespace recital
