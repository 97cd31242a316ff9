// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/language/word_set.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// Phrases with their kinds in the order of the table, looked up by the two bytes with which they begin.
class PhraseList {
public:
    struct Entry {
        std::string phrase; ///< of two bytes at least
        std::string kind;
    };

    void add(std::string phrase, std::string kind);

    /// The kind of the first phrase with which one of two texts may begin and for which `fits` holds; empty
    /// if there is none. `fits` is also asked about phrases with which neither begins.
    template <typename Fits>
    [[nodiscard]] std::string_view find(std::string_view first, std::string_view second, Fits fits) const {
        const std::vector<std::uint16_t>& left = places_[place_of(first)];
        const std::vector<std::uint16_t>& right = places_[place_of(second)];
        const std::size_t rights = &left == &right ? 0 : right.size();
        for (std::size_t l = 0, r = 0; l < left.size() || r < rights;) {
            const bool is_left = r == rights || (l < left.size() && left[l] < right[r]);
            const Entry& entry = entries_[is_left ? left[l++] : right[r++]];
            if (fits(entry)) {
                return entry.kind;
            }
        }
        return {};
    }

    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }

private:
    static constexpr std::size_t places = 1024; ///< which several pairs of bytes share

    static std::size_t place_of(std::string_view text) {
        constexpr std::size_t factor = 37;
        return text.size() < 2
                   ? 0
                   : (static_cast<unsigned char>(text[0]) * factor + static_cast<unsigned char>(text[1])) %
                         places;
    }

    std::vector<Entry> entries_;
    std::array<std::vector<std::uint16_t>, places> places_; ///< of entries, by their first two bytes
};

/// The lines that surround a text, from `data/document/furniture.tsv`: phrase to kind, see there.
struct FurniturePhrases {
    using Whole = std::map<std::string, std::string, std::less<>>;
    /// Phrases that have no kind of their own.
    using Set = WordSet;

    Whole whole;
    Whole labels;
    Whole ends;
    Whole last;
    PhraseList begins;
    PhraseList open;
    PhraseList holds;
    PhraseList tails;
    Set by;    ///< before the name of an author
    Set dated; ///< before the date of a text

    /// The phrases installed with the program, loaded on first use and kept until the program ends. Throws a
    /// `usage` error with file and line for an unknown way of matching.
    [[nodiscard]] static const FurniturePhrases& known();
};

} // namespace recital
