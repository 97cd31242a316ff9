// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/tokens/token.h"

#include <string_view>
#include <vector>

namespace recital {

/// The tokens of one sentence in order, each with its class. They look into `sentence` and `language`, which
/// must outlive them.
[[nodiscard]] std::vector<Token> classify(std::string_view sentence, const Language& language);

} // namespace recital
