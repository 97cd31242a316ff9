// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/document.h"
#include "speech/voice/language_voices.h"
#include "text/lexicon/phoneme_table.h"
#include "text/lexicon/printed_ipa.h"
#include "text/lexicon/spelling_match.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// A pronunciation that a text gives, as IPA.
struct StatedReading {
    const StatedPronunciation* stated = nullptr;
    SourcePlace place;
    std::vector<std::string> words; ///< IPA of each word; empty if it cannot be read
    std::string sounds;             ///< the language of its sounds, see LexiconEntry
    int rank = 0;                   ///< the lowest is preferred
};

/// Reads the pronunciations that texts give: IPA, respellings, words that sound alike or rhyme.
class StatedReader {
public:
    /// `data` and `voices` are folders of the program, `language` is the narrator's; `phonemes` must outlive
    /// this object. Throws a `usage` error for a bad table.
    StatedReader(const std::filesystem::path& data, const std::filesystem::path& voices,
                 std::string_view language, const PhonemeTable& phonemes);

    /// The document's pronunciations, the preferred ones first. Throws `engine` errors.
    [[nodiscard]] std::vector<StatedReading> read(const Document& document) const;

    [[nodiscard]] const SpellingMatch& spelling() const { return spelling_; }

    /// Whether the phoneme table can say the IPA.
    [[nodiscard]] bool is_speakable(const std::string& ipa, const std::string& sounds) const;

private:
    void read_ipa(StatedReading& reading) const;
    [[nodiscard]] bool read_respelling(StatedReading& reading) const;
    void read_words(std::vector<StatedReading*>& unread) const;
    [[nodiscard]] std::string engine_language(std::string_view name) const;

    const PhonemeTable& phonemes_;
    SpellingMatch spelling_;
    PrintedIpa printed_;
    LanguageVoices languages_;
    std::string accent_; ///< of the narrator: "us", "uk"
};

} // namespace recital
