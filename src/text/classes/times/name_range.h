// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/token.h"

#include <cstddef>
#include <vector>

namespace recital {

/// Whether the em dash parts two clauses, not a range of months: "He left in June—July was too hot".
[[nodiscard]] bool parts_months(const std::vector<Token>& tokens, std::size_t dash, const Language& language);

/// Makes a range of the two days of the week or months on both sides of the dash at the index, which may be
/// shortened: Mon–Fri, Tue.–Sat., Jan–Mar 1969. Returns false, and changes nothing, if there are none.
bool join_names(std::vector<Token>& tokens, std::size_t dash, const Language& language);

} // namespace recital
