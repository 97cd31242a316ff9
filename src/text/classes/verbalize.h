// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_range.h"
#include "text/tokens/token.h"

#include <span>
#include <string>
#include <vector>

namespace recital {

/// The spoken form of a classified sentence: letters, spaces, apostrophes, hyphens and , ; : . ? ! only.
/// `closed` appends a full stop if no other mark ends it. `words`, if not null, receives the span of the
/// spoken form for each token; empty for silent tokens.
[[nodiscard]] std::string verbalize(std::span<const Token> tokens, const Language& language,
                                    bool closed = true, std::vector<TextRange>* words = nullptr);

} // namespace recital
