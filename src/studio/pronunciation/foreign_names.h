// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/language/name_language.h"
#include "text/lexicon/file.h"
#include "text/lexicon/phoneme_table.h"
#include "text/script/script.h"

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace recital {

/// Finds names in scripts whose language is evident, and gets their pronunciation from the engine's voice for
/// that language, once per name and run.
class ForeignNames {
public:
    /// `table` holds the evidence for languages (see NameLanguages); `phonemes` maps their sounds to those of
    /// the voice and must outlive this object.
    ForeignNames(const std::filesystem::path& table, const PhonemeTable& phonemes);

    /// A lexicon entry for each such name, except for names with a sound that the voice cannot make. If the
    /// evidence for one name differs, the first in the script applies. Throws `engine` errors.
    [[nodiscard]] std::vector<LexiconEntry> entries(const Script& script);

    /// Whether the pronunciation comes from an entry of this object.
    [[nodiscard]] bool decided(const Pronunciation& pronunciation) const;

private:
    using Key = std::pair<std::string, std::string>; ///< name, language

    void read(const std::vector<ForeignName>& names);

    const PhonemeTable& phonemes_;
    std::string table_;
    NameLanguages languages_;
    std::map<Key, std::string> read_; ///< pronunciations; empty if there is none
};

} // namespace recital
