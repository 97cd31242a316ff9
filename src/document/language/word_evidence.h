// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// Counts the function words of a text, the lists of which are `data/languages/function_words/<code>.txt`.
/// Single letters are in many lists and in no text evidence, and are not counted.
class WordEvidence {
public:
    void add(std::string_view text);

    /// Words so far, also those that are in no list.
    [[nodiscard]] std::size_t words() const { return words_; }
    /// Different words of two letters and more.
    [[nodiscard]] std::size_t different_words() const { return different_.size(); }
    /// Those of them without a capital: not names, nor words of titles.
    [[nodiscard]] std::size_t different_small_words() const { return small_words_; }

    /// Function words of the language (BCP 47), every occurrence counted.
    [[nodiscard]] std::size_t count(std::string_view language) const;
    /// Different function words of the language.
    [[nodiscard]] std::size_t different(std::string_view language) const;
    /// Function words of the language, every occurrence counted, that are not of `other`.
    [[nodiscard]] std::size_t count_without(std::string_view language, std::string_view other) const;

    /// The language with the most function words; empty if there are none, or if two languages have as many.
    [[nodiscard]] std::string best() const;

    /// True if there is a list for the language.
    [[nodiscard]] static bool is_known(std::string_view language);

private:
    /// A function word of the text.
    struct Found {
        const std::vector<std::size_t>* languages; ///< indices of the lists that it is in, in ascending order
        std::size_t count = 0;
    };

    void finish(std::string& word, std::size_t letters);
    template <typename Counts>
    [[nodiscard]] std::size_t sum(Counts counts) const;

    std::vector<Found> found_;
    std::set<std::string, std::less<>> different_;
    std::size_t words_ = 0;
    std::size_t small_words_ = 0; ///< of `different_`
};

} // namespace recital
