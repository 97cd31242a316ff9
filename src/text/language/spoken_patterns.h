// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/language/number_words.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// A piece of a sentence and what is spoken for it.
struct SpokenMatch {
    std::size_t begin = 0; ///< byte of the sentence
    std::size_t end = 0;
    std::string spoken;
};

/// Regular expressions with what is spoken for their matches: what a language says in a way of its own
/// (ordinals, rulers, times), and for a language without a folder also what its voice reads itself and is
/// left as it is written.
class SpokenPatterns {
public:
    /// No patterns.
    SpokenPatterns();
    /// Reads the files in this order, and the words of numbers in `forms`; those that do not exist are
    /// skipped. Throws a `usage` error with file and line for a bad entry.
    SpokenPatterns(const std::vector<std::filesystem::path>& files, const std::filesystem::path& forms);
    SpokenPatterns(SpokenPatterns&& other) noexcept;
    SpokenPatterns& operator=(SpokenPatterns&& other) noexcept;
    SpokenPatterns(const SpokenPatterns& other) = delete;
    SpokenPatterns& operator=(const SpokenPatterns& other) = delete;
    ~SpokenPatterns();

    /// All matches in the order of the sentence. They do not overlap: of two the one whose pattern precedes
    /// the other's in the file.
    [[nodiscard]] std::vector<SpokenMatch> find(std::string_view sentence, const NumberWords& numbers) const;

private:
    struct Pattern;
    using Forms = std::map<std::string, std::map<std::uint64_t, std::string>, std::less<>>;

    void read(const std::filesystem::path& path);
    void read_forms(const std::filesystem::path& path);

    std::vector<Pattern> patterns_;
    Forms forms_; ///< of numbers, that CLDR does not have for the language
};

} // namespace recital
