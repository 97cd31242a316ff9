// SPDX-License-Identifier: GPL-3.0-or-later
// The examples of the semiotic classes: a table per class in tests/data/text/classes, a case per row.
#include "base/data_table.h"
#include "base/unicode.h"
#include "text/english.h"
#include "text/script/script.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

namespace recital {
namespace {

struct Example {
    std::string table; ///< the class
    std::string name;
    std::string written;
    std::string spoken;
};

void PrintTo(const Example& example, std::ostream* out) {
    *out << example.written;
}

std::vector<Example> read_examples() {
    std::vector<std::filesystem::path> tables;
    for (const auto& file :
         std::filesystem::directory_iterator(RECITAL_SOURCE_DIR "/tests/data/text/classes")) {
        tables.push_back(file.path());
    }
    std::sort(tables.begin(), tables.end());
    std::vector<Example> examples;
    for (const auto& table : tables) {
        for (const auto& row : read_data_table(table, 3, 3)) {
            examples.push_back({table.stem().string(), row.cells[0], row.cells[1], row.cells[2]});
        }
    }
    return examples;
}

/// "decade_two_figures": the table and the name of the row, of the characters that a test's name may have.
std::string name_of(const testing::TestParamInfo<Example>& example) {
    std::string name = example.param.table + "_" + example.param.name;
    std::replace_if(
        name.begin(), name.end(),
        [](char byte) { return !is_ascii_digit(byte) && !is_ascii_upper(byte) && !is_ascii_lower(byte); },
        '_');
    return name;
}

class Classes : public testing::TestWithParam<Example> {};

TEST_P(Classes, AreSaidAsInTheExample) {
    std::string spoken;
    for (const auto& sentence : read_aloud(GetParam().written, testing_support::english())) {
        spoken += (spoken.empty() ? "" : " ") + sentence.spoken;
    }
    EXPECT_EQ(spoken, GetParam().spoken);
}

INSTANTIATE_TEST_SUITE_P(Examples, Classes, testing::ValuesIn(read_examples()), name_of);

} // namespace
} // namespace recital
