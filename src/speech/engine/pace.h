// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace recital {

/// The factor for a sentence's speaking rate that makes its words come more evenly. Speakers shorten the
/// syllables of long words (P. Menzerath, "Die Architektonik des deutschen Wortschatzes", 1954), but the
/// engine does not: a sentence of long words sounds slow, one of short words hurried. `evenness` is from 0
/// (no change) to 1 (a rate proportional to the letters per word); the result lies between 0.9 and 1.1.
[[nodiscard]] double pace_of(std::string_view sentence, double evenness);

} // namespace recital
