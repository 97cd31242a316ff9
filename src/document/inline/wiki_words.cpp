// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/inline/wiki_words.h"

#include "base/data_table.h"
#include "base/resources.h"
#include "base/unicode.h"

namespace recital {

namespace {

WikiWords load() {
    WikiWords words;
    for (const DataRow& row : read_data_table(resource_folder() / "data" / "document" / "wiki.tsv", 3, 2)) {
        const std::string name = fold_case(row.cells[1]);
        if (row.cells[0] == "namespace") {
            words.namespaces.insert(name);
        } else if (row.cells[0] == "element") {
            words.elements.insert(name);
        } else if (row.cells[0] == "template") {
            words.templates.emplace(name, row.cells[2]);
        } else {
            throw Error(ErrorKind::usage, "\"" + row.cells[0] + "\" is not namespace, element or template",
                        row.place);
        }
    }
    return words;
}

} // namespace

const WikiWords& WikiWords::known() {
    static const WikiWords words = load();
    return words;
}

} // namespace recital
