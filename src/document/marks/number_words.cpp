// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/marks/number_words.h"

#include "base/data_table.h"
#include "base/resources.h"
#include "base/unicode.h"

namespace recital {

namespace {

NumberWords load() {
    NumberWords words;
    for (const DataRow& row :
         read_data_table(resource_folder() / "data" / "document" / "number_words.tsv", 2, 2)) {
        const std::string& kind = row.cells[0];
        if (kind != "before" && kind != "year" && kind != "unit") {
            throw Error(ErrorKind::usage, "\"" + kind + "\" is not before, year or unit", row.place);
        }
        NumberWords::Set& set =
            kind == "before" ? words.before : (kind == "year" ? words.years : words.units);
        set.insert(fold_case(row.cells[1]));
    }
    return words;
}

} // namespace

const NumberWords& NumberWords::known() {
    static const NumberWords words = load();
    return words;
}

} // namespace recital
