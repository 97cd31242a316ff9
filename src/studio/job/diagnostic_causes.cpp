// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/job/diagnostic_causes.h"

#include "base/data_table.h"
#include "base/resources.h"

#include <algorithm>
#include <vector>

namespace recital {

namespace {

struct CauseRow {
    std::string words; ///< that only messages of this cause have
    DiagnosticCause cause;
};

std::vector<CauseRow> read_rows() {
    std::vector<CauseRow> rows;
    for (const DataRow& row :
         read_data_table(resource_folder() / "data" / "messages" / "warnings.tsv", 3, 2)) {
        rows.push_back({row.cells[1], {row.cells[0], row.cells[2]}});
    }
    return rows;
}

} // namespace

const DiagnosticCause& cause_of(const Diagnostic& diagnostic) {
    static const std::vector<CauseRow> rows = read_rows();
    static const DiagnosticCause other{"other", {}};
    const auto found = std::find_if(rows.begin(), rows.end(), [&diagnostic](const CauseRow& row) {
        return diagnostic.message.find(row.words) != std::string::npos;
    });
    return found == rows.end() ? other : found->cause;
}

} // namespace recital
