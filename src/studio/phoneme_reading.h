// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speech/voice.h"
#include "text/script.h"

#include <span>
#include <string>
#include <vector>

namespace recital {

/// How the engine says each of these with the voice, in IPA, found in a process of its own. Throws `engine`
/// and `voice` errors.
[[nodiscard]] std::vector<std::string> read_phonemes(std::span<const SpokenForm> sentences,
                                                     const Voice& voice);

} // namespace recital
