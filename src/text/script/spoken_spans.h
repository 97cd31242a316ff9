// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_range.h"
#include "text/script/script.h"
#include "text/tokens/token.h"

#include <span>
#include <vector>

namespace recital {

/// What of the written sentence each span of its spoken form says, token by token; tokens that say nothing
/// are left out, and those that stand for one span of the source ("F#m7") are one. `words` has the place of
/// each token in the spoken form (see verbalize), `sentence` is the part that is said of what the tokens were
/// read from.
[[nodiscard]] std::vector<SpokenSpan>
spoken_spans(std::span<const Token> tokens, std::span<const TextRange> words, const TextRange& sentence);

} // namespace recital
