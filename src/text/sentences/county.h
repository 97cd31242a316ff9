// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/language/language.h"
#include "text/sentences/surroundings.h"

namespace recital {

/// Whether the abbreviation is a county before its name: "in Co. Cork", "Gweedore, Co. Donegal",
/// "in Co. Cork and Co. Kerry".
[[nodiscard]] bool is_county_before_name(const Surroundings& around, const Language& language);

/// Whether the abbreviation is a county after its name: "in Marin Co., Calif.", "in Cook Co. until 1930";
/// not the firm of "for Ford Motor Co." and "Steinway & Co., New York".
[[nodiscard]] bool is_county_after_name(const Surroundings& around, const Language& language);

} // namespace recital
