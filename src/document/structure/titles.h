// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace recital {

/// A chapter title made from the opening phrase of a paragraph: up to the first comma where that is short
/// ("Despite his success"), otherwise some words that end on a meaningful one. Never cut inside a word, never
/// empty for text that is not. `words` asks for at least so many words, to tell equal openings apart. Of text
/// without blanks (Chinese, Thai) the first clause, or some 20 wide characters of it; every word asked for
/// beyond two is another clause.
[[nodiscard]] std::string opening_phrase(std::string_view paragraph, std::size_t words = 2);

/// The titles of one document, distinguished from each other.
class UniqueTitles {
public:
    /// The title, led on by a number in parentheses where it was taken before.
    [[nodiscard]] std::string claim(const std::string& title);

    [[nodiscard]] bool is_taken(std::string_view title) const;

private:
    std::map<std::string, int, std::less<>>
        taken_; ///< folded title -> the number its next namesake tries first
};

} // namespace recital
