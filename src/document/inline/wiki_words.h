// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>

namespace recital {

/// What `data/document/wiki.tsv` says about the markup of wikis.
struct WikiWords {
    std::set<std::string, std::less<>> namespaces;             ///< "file": links that are not read
    std::set<std::string, std::less<>> elements;               ///< "ref": not read with all they hold
    std::map<std::string, std::string, std::less<>> templates; ///< what is read of them: "circa $1"

    /// The words installed with the program, loaded on first use and kept until the program ends. Throws a
    /// `usage` error with file and line for an entry of unknown kind.
    [[nodiscard]] static const WikiWords& known();
};

} // namespace recital
