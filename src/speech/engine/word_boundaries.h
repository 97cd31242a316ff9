// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speech/engine/utterance.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace recital {

/// The byte of a spoken form from which speech is missing; npos if it is complete. `words` are the word
/// boundary events of the engine, in order. The engine reports several short words as one, and silently drops
/// the part of a clause that exceeds its buffers; gaps longer than that explains mean lost speech.
[[nodiscard]] std::size_t silent_from(std::string_view spoken, std::span<const SpokenWord> words);

} // namespace recital
