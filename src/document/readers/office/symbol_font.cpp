// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/office/symbol_font.h"

#include "base/data_table.h"
#include "base/resources.h"
#include "base/unicode.h"

#include <map>

namespace recital {

namespace {

using Characters = std::map<std::string, std::string, std::less<>>;

Characters read_characters() {
    Characters characters;
    for (const DataRow& row :
         read_data_table(resource_folder() / "data" / "document" / "symbol_font.tsv", 2, 2)) {
        characters.emplace(fold_case(row.cells[0]), row.cells[1]);
    }
    return characters;
}

} // namespace

std::string symbol_character(std::string_view font, std::string_view code) {
    static const Characters characters = read_characters();
    constexpr std::size_t digits = 2; // F061 is 61 in the private use area
    if (fold_case(font) != "symbol" || code.size() < digits) {
        return {};
    }
    const auto found = characters.find(fold_case(code.substr(code.size() - digits)));
    return found == characters.end() ? std::string() : found->second;
}

} // namespace recital
