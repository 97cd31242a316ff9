// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "speech/voice/voice.h"

#include <filesystem>
#include <span>
#include <string>

namespace recital {

/// An entry that was added to a lexicon.
struct LexiconAddition {
    SourcePlace place;
    std::string replaced; ///< the pronunciation that the form had before; empty if it had none
    std::string ipa;      ///< how the voice says it
};

/// The table of pronunciations that belongs to the texts: the one in the folder of the first of `inputs`, or
/// here if there are none. It may not exist yet. Throws a `usage` error if the input is not there, or is
/// standard input.
[[nodiscard]] std::filesystem::path lexicon_for(std::span<const std::filesystem::path> inputs);

/// Checks the entry for the voice and writes it into the table, which is made if it is missing; after a power
/// cut the table is what it was or what it is now. Throws a `usage` error, and writes nothing, if the form or
/// the pronunciation cannot be used or if another entry of the table cannot; `input`, `engine` and `output`
/// errors.
[[nodiscard]] LexiconAddition add_to_lexicon(const std::filesystem::path& table, const std::string& written,
                                             const std::string& pronunciation, const Voice& voice);

} // namespace recital
