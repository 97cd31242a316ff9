// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/token.h"

#include <cstddef>
#include <vector>

namespace recital {

/// Makes a range of the two days of the week or months on both sides of the dash at the index, which may be
/// shortened: Mon–Fri, Tue.–Sat., Jan–Mar 1969. Returns false, and changes nothing, if there are none.
bool join_names(std::vector<Token>& tokens, std::size_t dash, const Language& language);

} // namespace recital
