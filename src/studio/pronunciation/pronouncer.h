// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/document.h"
#include "speech/voice/voice.h"
#include "studio/pronunciation/foreign_names.h"
#include "studio/pronunciation/stated_readings.h"
#include "text/heteronyms/heteronyms.h"
#include "text/language/language.h"
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

/// Adds pronunciations to scripts for one voice: from the lexicons named by the user, those next to the
/// texts, what the text itself says, the program's own lexicon, and its heteronyms, in this order; then for
/// names in none of them whose language is evident, as that language reads them.
class Pronouncer {
public:
    /// Called for every lexicon that is used although the user did not name it, and for a pronunciation that
    /// a text gives and that cannot be used.
    using Notice = std::function<void(const Diagnostic&)>;

    /// `data` is the folder `data/` of the program. Throws `usage` and `input` errors for a lexicon that
    /// cannot be read.
    Pronouncer(const std::filesystem::path& data, const Voice& voice,
               std::span<const std::filesystem::path> named, Notice notice);

    Pronouncer(const Pronouncer&) = delete; // its lexicons refer to its phonemes
    Pronouncer& operator=(const Pronouncer&) = delete;
    ~Pronouncer() = default;

    /// Sets the pronunciations of a script made from these files. A script in another language than the
    /// voice's gets none. Throws like the constructor for a lexicon next to a text.
    void pronounce(Script& script, std::span<const std::filesystem::path> sources);

    /// The same for the script of a document, which is in `language`, with the pronunciations that the
    /// document gives for its names. Throws `engine` errors as well.
    void pronounce(Script& script, std::span<const std::filesystem::path> sources, const Document& document,
                   const Language& language);

    /// Whether the pronunciation comes from a lexicon; otherwise it comes from the text, or from the language
    /// of the name.
    [[nodiscard]] bool is_listed(const Pronunciation& pronunciation) const;

private:
    using Lexicons = std::vector<std::unique_ptr<Lexicon>>;

    void pronounce(Script& script, std::span<const std::filesystem::path> sources,
                   std::span<const LexiconEntry> stated);
    [[nodiscard]] std::vector<LexiconEntry> stated_entries(const Script& script, const Document& document,
                                                           const Language& language);
    [[nodiscard]] std::unique_ptr<Lexicon> load(const std::filesystem::path& path) const;
    const Lexicons& beside(const std::filesystem::path& folder);

    std::filesystem::path data_;
    std::string language_; ///< of the voice
    Notice notice_;
    PhonemeTable phonemes_;
    Lexicons named_;
    Lexicons own_;
    std::unique_ptr<Heteronyms> heteronyms_;           ///< null if the language has none
    std::map<std::filesystem::path, Lexicons> beside_; ///< by folder
    ForeignNames foreign_;
    std::unique_ptr<StatedReader> stated_; ///< made for the first text that gives pronunciations
};

} // namespace recital
