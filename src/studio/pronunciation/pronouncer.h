// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speech/voice/voice.h"
#include "studio/pronunciation/foreign_names.h"
#include "text/lexicon/lexicon.h"
#include "text/lexicon/phoneme_table.h"
#include "text/script/script.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace recital {

/// Gives scripts their pronunciations for one voice: from the lexicons that the user named, those that lie
/// beside the texts, and the program's own, in this order; and names in none of them whose language is
/// evident as that language reads them.
class Pronouncer {
public:
    /// Is told of every lexicon that is used without having been named.
    using Notice = std::function<void(const Diagnostic&)>;

    /// `data` is the folder `data/` of the program. Throws `usage` and `input` errors for a lexicon that
    /// cannot be read.
    Pronouncer(const std::filesystem::path& data, const Voice& voice,
               std::span<const std::filesystem::path> named, Notice notice);

    Pronouncer(const Pronouncer&) = delete; // its lexicons refer to its phonemes
    Pronouncer& operator=(const Pronouncer&) = delete;
    ~Pronouncer() = default;

    /// Fills in the pronunciations of a script that was made from these files. A script in another language
    /// than the voice's gets none. Throws as the constructor does, for a lexicon beside a text.
    void pronounce(Script& script, std::span<const std::filesystem::path> sources);

    /// Whether this pronunciation stands in a lexicon; else it was found by the language of the name.
    [[nodiscard]] bool is_listed(const Pronunciation& pronunciation) const;

private:
    using Lexicons = std::vector<std::unique_ptr<Lexicon>>;

    [[nodiscard]] std::unique_ptr<Lexicon> load(const std::filesystem::path& path) const;
    const Lexicons& beside(const std::filesystem::path& folder);

    std::string language_; ///< of the voice
    Notice notice_;
    PhonemeTable phonemes_;
    Lexicons named_;
    Lexicons own_;
    std::map<std::filesystem::path, Lexicons> beside_; ///< by folder
    ForeignNames foreign_;
};

} // namespace recital
