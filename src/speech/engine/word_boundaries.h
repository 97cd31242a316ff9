// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speech/engine/utterance.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace recital {

/// The byte of a spoken form from which on so much was not heard that speech must have been lost; npos if all
/// was heard. `words` are those that the engine told of, in order. The engine says several short words as one
/// and drops, without a word about it, what of a clause exceeds its buffers.
[[nodiscard]] std::size_t silent_from(std::string_view spoken, std::span<const SpokenWord> words);

} // namespace recital
