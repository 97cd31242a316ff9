// SPDX-License-Identifier: GPL-3.0-or-later
// Runs over tests/data/document/subjects.tsv, one test a row.
#include "base/data_table.h"
#include "document/read.h"
#include "document/readers/records/records.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>
#include <vector>

namespace recital {
namespace {

struct SubjectCase {
    std::string name;
    std::string file;
    std::string text;
    std::string musician;
    std::string birth_name;
};

void PrintTo(const SubjectCase& row, std::ostream* out) {
    *out << row.name;
}

std::string with_line_breaks(const std::string& cell) {
    std::string text;
    for (std::size_t at = 0; at < cell.size(); ++at) {
        const bool is_escape = cell[at] == '\\' && at + 1 < cell.size();
        at += static_cast<std::size_t>(is_escape);
        text += is_escape && cell[at] == 'n' ? '\n' : cell[at];
    }
    return text;
}

std::vector<SubjectCase> cases() {
    std::vector<SubjectCase> cases;
    for (const DataRow& row : read_data_table(std::filesystem::path(RECITAL_SOURCE_DIR) / "tests" / "data" /
                                                  "document" / "subjects.tsv",
                                              5, 4)) {
        cases.push_back(
            {row.cells[0], row.cells[1], with_line_breaks(row.cells[2]), row.cells[3], row.cells[4]});
    }
    return cases;
}

/// Names of tests consist of letters, digits and '_'.
std::string test_name(const testing::TestParamInfo<SubjectCase>& info) {
    std::string name = info.param.name;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

/// The first row of a table, or the text.
Document document_of(const SubjectCase& row) {
    if (!is_record_kind(row.file)) {
        return read_document(row.text, row.file);
    }
    const std::filesystem::path path =
        std::filesystem::path(testing::TempDir()) / (row.name + "-" + row.file);
    std::ofstream(path) << row.text;
    return std::get<Document>(RecordReader(path, {}, {}).next()->content);
}

class Subjects : public testing::TestWithParam<SubjectCase> {};

TEST_P(Subjects, AreNamedAsPeopleKnowThem) {
    const Document document = document_of(GetParam());
    EXPECT_EQ(document.musician, GetParam().musician);
    EXPECT_EQ(document.birth_name, GetParam().birth_name);
}

INSTANTIATE_TEST_SUITE_P(OfATable, Subjects, testing::ValuesIn(cases()), test_name);

} // namespace
} // namespace recital
