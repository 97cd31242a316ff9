// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_range.h"
#include "text/tokens/token.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace recital {

/// Positions (bytes) of the commas in a spoken form that represent a dash or a parenthesis of the written
/// sentence: the voice says them with a comma's melody and a dash's pause. `words` holds the place of each
/// token in `spoken`.
[[nodiscard]] std::vector<std::size_t> dash_places(std::string_view sentence, std::span<const Token> tokens,
                                                   std::string_view spoken, std::span<const TextRange> words);

} // namespace recital
