// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/structure_words.h"

#include "base/data_table.h"
#include "base/resources.h"
#include "base/unicode.h"

#include <map>

namespace recital {

StructureWords::StructureWords(const std::filesystem::path& folder) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".tsv") {
            read(entry.path());
        }
    }
}

void StructureWords::read(const std::filesystem::path& file) {
    const std::map<std::string, Set*, std::less<>> sets = {{"division", &divisions},
                                                           {"heading", &headings},
                                                           {"number", &numbers},
                                                           {"weak", &weak},
                                                           {"object", &objects},
                                                           {"particle", &particles},
                                                           {"honorific", &honorifics},
                                                           {"copula", &copulas},
                                                           {"opener", &openers},
                                                           {"unread", &unread},
                                                           {"mark", &marks},
                                                           {"gloss", &glosses},
                                                           {"language", &languages},
                                                           {"small", &small},
                                                           {"figure", &figures},
                                                           {"credit", &credits},
                                                           {"about", &about},
                                                           {"about_tail", &about_tails},
                                                           {"occupation", &occupations}};
    for (const DataRow& row : read_data_table(file, 2, 2)) {
        if (row.cells[0] == "opening") {
            openings_[file.stem().string()] = row.cells[1];
        } else if (const auto found = sets.find(row.cells[0]); found != sets.end()) {
            found->second->insert(fold_case(row.cells[1]));
        } else {
            throw Error(ErrorKind::usage, "\"" + row.cells[0] + "\" is no kind of structure word", row.place);
        }
    }
}

const StructureWords& StructureWords::known() {
    static const StructureWords words(resource_folder() / "data" / "languages" / "structure");
    return words;
}

const std::string& StructureWords::opening(std::string_view language) const {
    const auto found = openings_.find(language.substr(0, language.find('-')));
    return found == openings_.end() ? openings_.at("en") : found->second;
}

} // namespace recital
