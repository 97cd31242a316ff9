// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/inline/power_bases.h"

#include "base/data_table.h"
#include "base/resources.h"

#include <set>
#include <string>
#include <utility>

namespace recital {

namespace {

using Bases = std::set<std::string, std::less<>>;

Bases read_bases() {
    Bases bases;
    for (DataRow& row : read_data_table(resource_folder() / "data" / "languages" / "power_bases.tsv", 1, 1)) {
        bases.insert(std::move(row.cells[0]));
    }
    return bases;
}

} // namespace

bool is_power_base(std::string_view word) {
    static const Bases bases = read_bases();
    return bases.contains(word);
}

} // namespace recital
