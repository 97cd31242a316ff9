// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/token.h"

#include <vector>

namespace recital {

/// Turns dashes between two amounts, years, dates or times into the "to" of a range, and shortened second
/// years (1957-58) into years. Called once all tokens of a sentence are known.
void resolve_ranges(std::vector<Token>& tokens, const Language& language);

} // namespace recital
