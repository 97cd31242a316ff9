// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_range.h"
#include "text/script/script.h"
#include "text/tokens/token.h"

#include <span>
#include <vector>

namespace recital {

/// Aligns the spoken form of a sentence with its written form, token by token. Silent tokens are left out;
/// tokens of one span of the source ("F#m7") are merged. `words` holds the place of each token in the spoken
/// form (see verbalize); `sentence` is the spoken part of the text from which the tokens were read.
[[nodiscard]] std::vector<SpokenSpan>
spoken_spans(std::span<const Token> tokens, std::span<const TextRange> words, const TextRange& sentence);

} // namespace recital
