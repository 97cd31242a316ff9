// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// File names of lexicons: a file with such a name gives pronunciations for the texts in the same folder and
/// is not read as a text.
inline constexpr std::array<std::string_view, 2> lexicon_file_names = {"lexicon.tsv", "lexicon.pls"};

/// One entry of a lexicon, as its file has it.
struct LexiconEntry {
    std::string written;       ///< as it is in a text, accents and capitals included
    std::string language;      ///< BCP 47 tag of the narration; empty: any
    std::string context;       ///< "before:a|b", "after:a|b", "except-before:a|b", or empty
    std::string pronunciation; ///< "/IPA/" or a respelling
    SourcePlace place;
    std::string sounds = {}; ///< the language whose sounds the pronunciation has, where it is not the voice's
};

/// Reads a lexicon: a table of entries (see data/lexicon/README.md; rows of two cells are written form and
/// pronunciation), or, where the name ends in .pls, a W3C Pronunciation Lexicon (version 1.0) in IPA. Throws
/// an `input` error if it cannot be read, a `usage` error with file and line for a bad entry.
[[nodiscard]] std::vector<LexiconEntry> read_lexicon(const std::filesystem::path& path);

/// The lexicons in a folder that belong to the texts in it; see lexicon_file_names.
[[nodiscard]] std::vector<std::filesystem::path> lexicons_in(const std::filesystem::path& folder);

} // namespace recital
