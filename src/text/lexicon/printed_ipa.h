// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/lexicon/spelling_match.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// Reduces IPA as texts print it to what a phoneme table knows (`data/phonemes/printed_ipa.tsv`): without
/// tones, optional sounds and further variants.
class PrintedIpa {
public:
    /// Throws a `usage` error with file and line for a bad row.
    explicit PrintedIpa(const std::filesystem::path& table);

    /// The words of the first pronunciation in `printed`, which has no brackets. A word of several syllables
    /// without a mark gets its stress: on the last syllable in French (`language` is "fr"), otherwise on the
    /// one before. `spelling` knows the vowels.
    [[nodiscard]] std::vector<std::string> words(std::string_view printed, std::string_view language,
                                                 const SpellingMatch& spelling) const;

private:
    std::map<char32_t, std::string> replacements_;
};

} // namespace recital
