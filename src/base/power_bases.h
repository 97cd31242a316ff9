// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace recital {

/// Whether a raised number after the word is a power and not the mark of a note: ten, a unit or the sign of a
/// quantity (`data/languages/power_bases.tsv`: "m", "x").
[[nodiscard]] bool is_power_base(std::string_view word);

} // namespace recital
