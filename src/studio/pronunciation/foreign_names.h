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

/// Finds the names of scripts whose language is evident and has the engine read them in it, each once in a
/// run.
class ForeignNames {
public:
    /// `table` says what shows a language (see NameLanguages), `phonemes` (which must outlive this) how its
    /// sounds are said by the voice.
    ForeignNames(const std::filesystem::path& table, const PhonemeTable& phonemes);

    /// An entry for each such name, with its pronunciation; none for a name with a sound that the voice has
    /// nothing for. Where the evidence for one name differs, the first in the script counts. Throws `engine`
    /// errors.
    [[nodiscard]] std::vector<LexiconEntry> entries(const Script& script);

    /// Whether a pronunciation rests on an entry of this.
    [[nodiscard]] bool decided(const Pronunciation& pronunciation) const;

private:
    using Key = std::pair<std::string, std::string>; ///< name, language

    void read(const std::vector<ForeignName>& names);

    const PhonemeTable& phonemes_;
    std::string table_;
    NameLanguages languages_;
    std::map<Key, std::string> read_; ///< pronunciations; empty where there is none
};

} // namespace recital
