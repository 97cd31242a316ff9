// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speech/voice/voice.h"
#include "text/language/name_language.h"
#include "text/script/script.h"

#include <span>
#include <string>
#include <vector>

namespace recital {

/// The IPA of names as read by the engine's voices for their languages; an empty string if there is no such
/// voice. Runs the engine in a child process. Throws `engine` errors.
[[nodiscard]] std::vector<std::string> read_names(std::span<const ForeignName> names);

/// The IPA of names as spoken with the voice; an empty string for a name without a pronunciation that is in
/// the voice's dictionary. Runs the engine in a child process. Throws `engine` and `voice` errors.
[[nodiscard]] std::vector<std::string> read_unlisted(std::span<const SpokenForm> names, const Voice& voice);

/// The IPA of sentences as spoken with the voice. Runs the engine in a child process. Throws `engine` and
/// `voice` errors.
[[nodiscard]] std::vector<std::string> read_phonemes(std::span<const SpokenForm> sentences,
                                                     const Voice& voice);

} // namespace recital
