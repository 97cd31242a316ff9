// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace recital {

/// By what a sentence's rate is multiplied so that its words come more evenly. Speakers shorten the syllables
/// of long words (P. Menzerath, "Die Architektonik des deutschen Wortschatzes", 1954), which the engine does
/// not: a sentence of long words comes out slow, one of short words hurried. `evenness` is 0 (leave it so) to
/// 1 (a rate in proportion to the letters of a word); the result lies between 0.9 and 1.1.
[[nodiscard]] double pace_of(std::string_view sentence, double evenness);

} // namespace recital
