// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// What `data/document/wiki.tsv` says about the markup of wikis.
struct WikiWords {
    std::set<std::string, std::less<>> namespaces;             ///< "file": links that are not read
    std::set<std::string, std::less<>> elements;               ///< "ref": not read with all they hold
    std::map<std::string, std::string, std::less<>> templates; ///< what is read of them: "circa $1"

    std::vector<std::string> months; ///< for dates in templates, from January on

    /// The words installed with the program, loaded on first use and kept until the program ends. Throws a
    /// `usage` error with file and line for an entry of unknown kind.
    [[nodiscard]] static const WikiWords& known();
};

/// The date that the arguments of a template give: year, month and day as numbers ("1901", "5", "3"), fewer
/// of them, or one in ISO 8601; as they are written if they are anything else.
[[nodiscard]] std::string date_of_template(const std::vector<std::string_view>& arguments, bool month_first);

} // namespace recital
