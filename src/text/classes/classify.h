// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/token.h"

#include <string_view>
#include <vector>

namespace recital {

/// Classifies one sentence: its tokens in order, each with its semiotic class. They are views into `sentence`
/// and `language`, which must outlive them.
[[nodiscard]] std::vector<Token> classify(std::string_view sentence, const Language& language);

} // namespace recital
