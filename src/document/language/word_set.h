// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/unicode.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>

namespace recital {

/// Words or phrases in order. Most words that a text has are in no set: the first byte and the length show
/// that of nearly all of them.
class WordSet {
public:
    using Words = std::set<std::string, std::less<>>;

    WordSet() = default;
    WordSet(std::initializer_list<std::string_view> words) {
        for (const std::string_view word : words) {
            insert(std::string(word));
        }
    }

    void insert(std::string word);

    [[nodiscard]] bool contains(std::string_view word) const {
        return may_contain(word) && words_.contains(word);
    }

    /// Whether the set contains the word after case folding. Its own words have to be folded.
    [[nodiscard]] bool contains_folded(std::string_view word) const {
        // ASCII letters stay in their group, and the length of a text of ASCII stays the same.
        const bool is_out = !may_contain(word) && find_non_ascii(word) == word.size();
        return !is_out && contains(fold_case(word));
    }

    [[nodiscard]] bool empty() const { return words_.empty(); }
    [[nodiscard]] Words::const_iterator begin() const { return words_.begin(); }
    [[nodiscard]] Words::const_iterator end() const { return words_.end(); }

private:
    static constexpr std::size_t groups = 32; ///< of first bytes, which do not depend on the case

    static std::size_t group_of(std::string_view word) {
        return word.empty() ? 0 : static_cast<unsigned char>(word.front()) % groups;
    }
    /// A bit for the length; longer words have the last one.
    static std::uint64_t length_bit(std::string_view word) {
        constexpr std::size_t last = 63;
        return std::uint64_t{1} << (word.size() < last ? word.size() : last);
    }
    [[nodiscard]] bool may_contain(std::string_view word) const {
        return (lengths_[group_of(word)] & length_bit(word)) != 0;
    }

    Words words_;
    std::array<std::uint64_t, groups> lengths_ = {}; ///< of the words, by group
};

} // namespace recital
