// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/office/style_names.h"

#include "base/data_table.h"
#include "base/error.h"
#include "base/resources.h"
#include "base/unicode.h"

#include <algorithm>
#include <map>
#include <string>

namespace recital {

namespace {

using Kinds = std::map<std::string, StyleMeaning::Kind, std::less<>>;

std::string folded_name(std::string_view name) {
    std::string folded = fold_case(normalise_nfc(name));
    std::erase(folded, ' ');
    return folded;
}

Kinds read_names() {
    const Kinds kinds = {{"heading", StyleMeaning::Kind::heading},
                         {"title", StyleMeaning::Kind::title},
                         {"subtitle", StyleMeaning::Kind::subtitle},
                         {"caption", StyleMeaning::Kind::caption},
                         {"contents", StyleMeaning::Kind::contents}};
    Kinds names;
    for (const DataRow& row :
         read_data_table(resource_folder() / "data" / "document" / "style_names.tsv", 2, 2)) {
        const auto kind = kinds.find(row.cells[0]);
        if (kind == kinds.end()) {
            throw Error(ErrorKind::usage, "\"" + row.cells[0] + "\" is not a kind of style", row.place);
        }
        names.emplace(folded_name(row.cells[1]), kind->second);
    }
    return names;
}

bool is_digit_sign(char sign) {
    return sign >= '0' && sign <= '9';
}

} // namespace

StyleMeaning meaning_of_style(std::string_view name) {
    static const Kinds names = read_names();
    std::string stem = folded_name(name);
    int level = 0;
    if (!stem.empty() && is_digit_sign(stem.back())) {
        level = stem.back() - '0';
        stem.pop_back();
    }
    const auto found = names.find(stem);
    if (found == names.end()) {
        return {};
    }
    const bool is_heading = found->second == StyleMeaning::Kind::heading;
    // "heading" alone is the style on which those with a level are based.
    if (is_heading && level == 0) {
        return {};
    }
    return {found->second, is_heading ? level : 0};
}

} // namespace recital
