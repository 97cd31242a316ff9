// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_table.h"
#include "support/scratch_folder.h"

#include <gtest/gtest.h>

#include <fstream>

namespace recital {
namespace {

TEST(DataTable, ReadsEntriesAndIgnoresCommentsAndEmptyLines) {
    const testing_support::ScratchFolder folder;
    const auto path = folder.path() / "units.tsv";
    std::ofstream(path) << "# written\tspoken\n\nkm\tkilometre \tkilometres\r\nbpm\tbeats per minute\n";
    const auto rows = read_data_table(path, 3, 2);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].cells, (std::vector<std::string>{"km", "kilometre", "kilometres"}));
    EXPECT_EQ(rows[1].cells, (std::vector<std::string>{"bpm", "beats per minute", ""}));
    EXPECT_EQ(rows[1].place.line, 4U);
}

TEST(DataTable, ReportsABadEntryWithFileAndLine) {
    const testing_support::ScratchFolder folder;
    const auto path = folder.path() / "units.tsv";
    std::ofstream(path) << "km\tkilometre\nbroken\n";
    try {
        (void)read_data_table(path, 2, 2);
        FAIL() << "an entry with too few cells was accepted";
    } catch (const Error& error) {
        EXPECT_EQ(error.place().to_string(), path.string() + ":2");
    }
}

} // namespace
} // namespace recital
