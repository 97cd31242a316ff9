// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_table.h"
#include "english.h"
#include "text/script.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

using testing_support::english;

TEST(Spoken, SaysTheExamplesAsTheyAreWritten) {
    const auto rows = read_data_table(std::string(RECITAL_SOURCE_DIR) + "/tests/data/text/spoken.tsv", 2, 2);
    ASSERT_GE(rows.size(), 40U);
    for (const auto& row : rows) {
        std::string spoken;
        for (const auto& sentence : read_aloud(row.cells[0], english())) {
            spoken += (spoken.empty() ? "" : " ") + sentence.spoken;
        }
        EXPECT_EQ(spoken, row.cells[1]) << row.place.to_string() << ": " << row.cells[0];
    }
}

TEST(Spoken, AnEmptyParagraphSaysNothing) {
    EXPECT_TRUE(read_aloud("", english()).empty());
    EXPECT_TRUE(read_aloud("   ", english()).empty());
}

} // namespace
} // namespace recital
