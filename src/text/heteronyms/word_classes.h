// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace recital {

/// A set of word classes: one bit each.
using WordClassSet = std::uint64_t;

/// Classes that the program itself gives to the words of a sentence. Their names in data files are those of
/// `built_in_class_names`.
enum class BuiltInClass : std::uint8_t {
    pause,      ///< not a word: a mark between words, or an end of the sentence
    first,      ///< the first word of the sentence
    capital,    ///< begins with a capital
    name,       ///< begins with a capital where only names do
    ending_s,   ///< the plural or third person of the word that is looked up
    possessive, ///< has "'s", or an apostrophe after s
    alone,      ///< its clause has no word of the class FINITE
};

/// The bit of a class.
[[nodiscard]] constexpr WordClassSet set_of(BuiltInClass built_in) {
    return WordClassSet{1} << static_cast<unsigned>(built_in);
}

/// What classes a word belongs to, by the tables of words and endings in a folder of `data/heteronyms`.
class WordClasses {
public:
    /// Throws an `input` error if a table cannot be read, a `usage` error with file and line for a bad row.
    explicit WordClasses(const std::filesystem::path& folder);

    /// The class of that name. Throws a `usage` error at `place` if there is none.
    [[nodiscard]] WordClassSet named(std::string_view name, const SourcePlace& place) const;

    /// The classes of a word, ignoring case and accents; 0 if nothing is known.
    [[nodiscard]] WordClassSet of(std::string_view word) const;

private:
    /// What an ending says of a word.
    struct Ending {
        std::string text;
        std::string stem_end;  ///< what the stem has instead
        WordClassSet stem = 0; ///< required of the stem; 0: there need not be one
        WordClassSet word_class = 0;
    };

    [[nodiscard]] WordClassSet listed(std::string_view word) const;
    WordClassSet declare(std::string_view name, const SourcePlace& place);
    WordClassSet declare_all(std::string_view names, const SourcePlace& place);
    void read_words(const std::filesystem::path& path);
    void read_open_words(const std::filesystem::path& path);
    void read_endings(const std::filesystem::path& path);

    std::vector<std::string> names_; ///< by bit
    std::unordered_map<std::uint64_t, WordClassSet> words_;
    std::vector<Ending> endings_;
};

} // namespace recital
