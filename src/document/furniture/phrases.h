// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

namespace recital {

/// The lines that surround a text, from `data/document/furniture.tsv`: phrase to kind, see there.
struct FurniturePhrases {
    using Whole = std::map<std::string, std::string, std::less<>>;
    /// A phrase and its kind.
    using List = std::vector<std::pair<std::string, std::string>>;

    /// Phrases that have no kind of their own.
    using Set = std::set<std::string, std::less<>>;

    Whole whole;
    Whole labels;
    Whole ends;
    Whole last;
    List begins;
    List open;
    List holds;
    List tails;
    Set by;    ///< before the name of an author
    Set dated; ///< before the date of a text

    /// The phrases installed with the program, loaded on first use and kept until the program ends. Throws a
    /// `usage` error with file and line for an unknown way of matching.
    [[nodiscard]] static const FurniturePhrases& known();
};

} // namespace recital
