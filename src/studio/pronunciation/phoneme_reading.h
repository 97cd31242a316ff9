// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speech/voice/voice.h"
#include "text/language/name_language.h"
#include "text/script/script.h"

#include <span>
#include <string>
#include <vector>

namespace recital {

/// How the engine's voices for their languages read these names, in IPA, found in a process of its own; empty
/// where there is no such voice. Throws `engine` errors.
[[nodiscard]] std::vector<std::string> read_names(std::span<const ForeignName> names);

/// How the engine says each of these names with the voice, in IPA; nothing where no pronunciation stands in
/// it and the voice's dictionary lists it. Found in a process of its own. Throws `engine` and `voice` errors.
[[nodiscard]] std::vector<std::string> read_unlisted(std::span<const SpokenForm> names, const Voice& voice);

/// How the engine says each of these with the voice, in IPA, found in a process of its own. Throws `engine`
/// and `voice` errors.
[[nodiscard]] std::vector<std::string> read_phonemes(std::span<const SpokenForm> sentences,
                                                     const Voice& voice);

} // namespace recital
