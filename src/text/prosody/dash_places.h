// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_range.h"
#include "text/tokens/token.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace recital {

/// The commas of a spoken form that stand for a dash or a parenthesis of the sentence as written, in bytes:
/// the voice makes a comma's melody of them and a dash's pause. `words` has the place of each token in
/// `spoken`.
[[nodiscard]] std::vector<std::size_t> dash_places(std::string_view sentence, std::span<const Token> tokens,
                                                   std::string_view spoken, std::span<const TextRange> words);

} // namespace recital
