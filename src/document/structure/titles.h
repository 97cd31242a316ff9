// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace recital {

/// Makes a chapter title from the opening phrase of a paragraph: the text before the first comma if that is
/// short ("Despite his success"), otherwise some words, the last of which is not a weak one ("of", "the").
/// Never cuts inside a word; empty only for empty text. `words` is the minimum number of words, used to
/// distinguish equal openings. For text without blanks (Chinese, Thai) it is the first clause, or some 20
/// wide characters of it; each word beyond two adds a clause.
[[nodiscard]] std::string opening_phrase(std::string_view paragraph, std::size_t words = 2);

/// Makes the titles of one document unique.
class UniqueTitles {
public:
    /// The title, followed by a number in parentheses if it is already taken.
    [[nodiscard]] std::string claim(const std::string& title);

    [[nodiscard]] bool is_taken(std::string_view title) const;

private:
    std::map<std::string, int, std::less<>>
        taken_; ///< folded title -> the number its next namesake tries first
};

} // namespace recital
