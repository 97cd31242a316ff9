// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// The letters beyond ASCII of languages, by frequency: `data/languages/alphabets.tsv`.
class Alphabets {
public:
    /// Throws a `usage` error with file and line for a bad entry.
    explicit Alphabets(const std::filesystem::path& table);

    /// The table installed with the program, loaded on first use and kept until the program ends.
    [[nodiscard]] static const Alphabets& known();

    /// How unlikely the words are, in nats, as words of a few of these languages (BCP 47): rare letters,
    /// letters that are in none of them, and every language that is needed to explain the words. Only letters
    /// beyond ASCII are judged.
    [[nodiscard]] double strangeness(const std::vector<std::u32string>& words,
                                     std::span<const std::string> languages) const;

    /// The share of letters beyond ASCII in the text that are not of the language, 0 to 1; 0 if its alphabet
    /// is not in the table.
    [[nodiscard]] double share_of_strangers(std::string_view text, std::string_view language) const;

private:
    using Costs = std::map<char32_t, double>;

    [[nodiscard]] std::vector<double> costs_of(const std::vector<std::u32string>& words,
                                               const std::string& language) const;

    std::map<std::string, Costs, std::less<>> costs_; ///< by language
};

} // namespace recital
