// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <array>
#include <bitset>
#include <cstddef>
#include <filesystem>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace recital {

/// A word of a name whose language is evident.
struct ForeignName {
    std::string written;
    std::string language; ///< the engine's name for its voice
    SourcePlace evidence; ///< the row of the table with the highest weight
};

/// Detects the language of names in a text by letters, beginnings, endings and given names, and by the places
/// and nationalities that the text names (`data/languages/name_languages.tsv`).
class NameLanguages {
public:
    /// Throws a `usage` error with file and line for a bad row.
    explicit NameLanguages(const std::filesystem::path& path);

    /// Appends the capitalised words of a sentence, as written, whose language is evident. In a text about
    /// somebody of `text_language` (see language_of_text), weaker evidence for that language is enough. The
    /// French article is part of a word: "L'Amour".
    void find(std::string_view sentence, std::vector<ForeignName>& names,
              std::string_view text_language = {}) const;

    /// The language of the places and nationalities in the first sentences of a text: "born in Kraków". Empty
    /// if there are none, or those of several languages.
    [[nodiscard]] std::string language_of_text(std::span<const std::string> sentences) const;

private:
    struct Evidence {
        std::string language;
        int weight = 0;
        SourcePlace place;
        std::size_t min_syllables = 0; ///< of the word, unless the text speaks for the language
    };
    struct StringHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Table = std::unordered_map<std::string, std::vector<Evidence>, StringHash, std::equal_to<>>;
    using Scores = std::map<std::string, Evidence, std::less<>>;

    /// A word of a sentence with what surrounds it.
    struct Candidate {
        std::string_view word;
        const Evidence* before = nullptr; ///< of a given name right before it
        std::string_view text_language;
    };

    [[nodiscard]] const Evidence* language_of(const Candidate& candidate, Scores& scores) const;
    [[nodiscard]] const Evidence* article_language(std::string_view word) const;
    [[nodiscard]] const Evidence* given_name(std::string_view word, std::string_view text_language) const;
    [[nodiscard]] std::size_t end_of_word(std::string_view sentence, std::size_t begin) const;
    [[nodiscard]] bool excludes(std::string_view word, const std::string& language) const;
    static void weigh(const Table& table, std::string_view key, const Candidate& candidate, Scores& scores);

    static constexpr std::size_t kinds = 7;
    std::array<Table, kinds> tables_;                  ///< by kind
    std::array<std::set<std::size_t>, kinds> lengths_; ///< bytes of the patterns, by kind
    std::bitset<65536> known_pairs_; ///< first two bytes of beginnings and given names, last two of endings
};

} // namespace recital
