// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

namespace recital {

/// The lines that surround a text, from `data/document/furniture.tsv`: phrase to kind, see there.
struct FurniturePhrases {
    using Whole = std::map<std::string, std::string, std::less<>>;
    /// A phrase and its kind.
    using List = std::vector<std::pair<std::string, std::string>>;

    Whole whole;
    Whole labels;
    Whole ends;
    Whole last;
    List begins;
    List open;
    List holds;
    List tails;

    /// The phrases installed with the program, loaded on first use and kept until the program ends. Throws a
    /// `usage` error with file and line for an unknown way of matching.
    [[nodiscard]] static const FurniturePhrases& known();
};

} // namespace recital
