// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_range.h"
#include "text/tokens/token.h"

#include <span>
#include <string>
#include <vector>

namespace recital {

/// The spoken form of a classified sentence: letters, spaces, apostrophes, hyphens and , ; : . ? ! only.
/// `closed` puts a full stop where no mark ends it. `words`, where it is given, gets for each token the span
/// of the spoken form that says it, empty for what is not said.
[[nodiscard]] std::string verbalize(std::span<const Token> tokens, const Language& language,
                                    bool closed = true, std::vector<TextRange>* words = nullptr);

} // namespace recital
