// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <array>
#include <bitset>
#include <cstddef>
#include <filesystem>
#include <map>
#include <set>
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

/// Detects the language of names in a text by letters, beginnings, endings and given names
/// (`data/languages/name_languages.tsv`).
class NameLanguages {
public:
    /// Throws a `usage` error with file and line for a bad row.
    explicit NameLanguages(const std::filesystem::path& path);

    /// Appends the capitalised words of a sentence, as written, whose language is evident.
    void find(std::string_view sentence, std::vector<ForeignName>& names) const;

private:
    struct Evidence {
        std::string language;
        int weight = 0;
        SourcePlace place;
    };
    struct StringHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Table = std::unordered_map<std::string, std::vector<Evidence>, StringHash, std::equal_to<>>;
    using Scores = std::map<std::string, Evidence>;

    [[nodiscard]] const Evidence* language_of(std::string_view word, const Evidence* before,
                                              Scores& scores) const;
    static void weigh(const Table& table, std::string_view key, Scores& scores);

    std::array<Table, 4> tables_;                  ///< by kind
    std::array<std::set<std::size_t>, 4> lengths_; ///< bytes of the patterns, by kind
    std::bitset<65536> known_pairs_; ///< first two bytes of beginnings and given names, last two of endings
};

} // namespace recital
