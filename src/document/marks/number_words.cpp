// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/marks/number_words.h"

#include "base/data_table.h"
#include "base/resources.h"
#include "base/unicode.h"

#include <functional>
#include <map>

namespace recital {

namespace {

NumberWords load() {
    NumberWords words;
    const std::map<std::string, NumberWords::Set*, std::less<>> sets = {
        {"before", &words.before}, {"year", &words.years}, {"unit", &words.units},
        {"named", &words.named},   {"note", &words.notes}, {"page", &words.pages}};
    for (const DataRow& row :
         read_data_table(resource_folder() / "data" / "document" / "number_words.tsv", 2, 2)) {
        const auto set = sets.find(row.cells[0]);
        if (set == sets.end()) {
            throw Error(ErrorKind::usage, "\"" + row.cells[0] + "\" is not a kind of word beside numbers",
                        row.place);
        }
        set->second->insert(fold_case(row.cells[1]));
    }
    return words;
}

} // namespace

const NumberWords& NumberWords::known() {
    static const NumberWords words = load();
    return words;
}

} // namespace recital
