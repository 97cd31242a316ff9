// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// Written words and the words of a pronunciation that belong together: half-open ranges of indices.
struct MatchedWords {
    std::size_t begin = 0; ///< of the written words
    std::size_t end = 0;
    std::size_t first_spoken = 0;
    std::size_t end_spoken = 0;
};

/// Which words of a name a pronunciation is of.
struct SpellingAlignment {
    std::vector<MatchedWords> words; ///< in order; empty if the pronunciation does not fit
    double cost = 0;                 ///< 0: the letters fit the sounds best
};

/// Judges whether IPA can be the pronunciation of a written name in any language, by the groups of letters
/// and sounds in `data/phonemes/sound_groups.tsv`.
class SpellingMatch {
public:
    /// Throws a `usage` error with file and line for a bad row.
    explicit SpellingMatch(const std::filesystem::path& table);

    /// How badly letters and sounds agree: 0 if each consonant of one has its like in the other, about 1 if
    /// none has.
    [[nodiscard]] double distance(std::string_view written, std::string_view ipa) const;

    /// Finds the words that a pronunciation is of. Any written words may be left out, and of the
    /// pronunciation less than half: "Edvard Grieg" with the sounds of "Edvard Hagerup Grieg".
    [[nodiscard]] SpellingAlignment align(std::span<const std::string> written,
                                          std::span<const std::string> ipa) const;

    /// The vowels of IPA: the first byte of each group of neighbouring vowel letters.
    [[nodiscard]] std::vector<std::size_t> vowels(std::string_view ipa) const;

private:
    using Groups = std::uint32_t; ///< a bit for each row of the table
    using Signs = std::map<char32_t, Groups>;
    struct Letter {
        Groups usual = 0;
        Groups rare = 0;
    };

    [[nodiscard]] std::vector<Letter> letters_of(std::string_view written) const;
    [[nodiscard]] std::vector<Groups> sounds_of(std::string_view ipa) const;

    Signs letters_;
    Signs rare_letters_;
    Signs sounds_;
};

} // namespace recital
