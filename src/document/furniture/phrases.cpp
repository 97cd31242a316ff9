// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/furniture/phrases.h"

#include "base/data_table.h"
#include "base/resources.h"
#include "base/unicode.h"

namespace recital {

namespace {

FurniturePhrases load() {
    FurniturePhrases phrases;
    const std::map<std::string, FurniturePhrases::Whole*, std::less<>> sets = {{"whole", &phrases.whole},
                                                                               {"label", &phrases.labels},
                                                                               {"ends", &phrases.ends},
                                                                               {"last", &phrases.last}};
    const std::map<std::string, FurniturePhrases::List*, std::less<>> lists = {{"begins", &phrases.begins},
                                                                               {"open", &phrases.open},
                                                                               {"holds", &phrases.holds},
                                                                               {"tail", &phrases.tails}};
    for (const DataRow& row :
         read_data_table(resource_folder() / "data" / "document" / "furniture.tsv", 3, 3)) {
        const std::string& kind = row.cells[0];
        const std::string& how = row.cells[1];
        const std::string phrase = fold_case(row.cells[2]);
        if (const auto set = sets.find(how); set != sets.end()) {
            set->second->emplace(phrase, kind);
        } else if (const auto list = lists.find(how); list != lists.end()) {
            list->second->emplace_back(phrase, kind);
        } else {
            throw Error(ErrorKind::usage,
                        "\"" + how + "\" is not whole, label, ends, last, begins, open, holds or tail",
                        row.place);
        }
    }
    return phrases;
}

} // namespace

const FurniturePhrases& FurniturePhrases::known() {
    static const FurniturePhrases phrases = load();
    return phrases;
}

} // namespace recital
