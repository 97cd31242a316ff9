// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/folder_reader.h"
#include "support/scratch_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

namespace recital {
namespace {

TEST(FolderReaderTest, HasEveryEntryOnce) {
    const testing_support::ScratchFolder folder;
    std::filesystem::create_directory(folder.path() / "sub");
    for (const char* const name : {"a", ".hidden", "\xff", "sub/below"}) {
        std::ofstream(folder.path() / name) << "x";
    }
    std::vector<std::string> names;
    FolderReader reader(folder.path());
    while (reader.next()) {
        EXPECT_EQ(reader.path().parent_path(), folder.path());
        names.push_back(reader.path().filename().string());
    }
    EXPECT_FALSE(reader.error());
    EXPECT_THAT(names, testing::UnorderedElementsAre("a", ".hidden", "\xff", "sub"));
    EXPECT_FALSE(reader.next()) << "it stays at its end";
}

TEST(FolderReaderTest, SaysWhyThereIsNothing) {
    const testing_support::ScratchFolder folder;
    FolderReader empty(folder.path());
    EXPECT_FALSE(empty.next());
    EXPECT_FALSE(empty.error());
    FolderReader missing(folder.path() / "missing");
    EXPECT_FALSE(missing.next());
    EXPECT_EQ(missing.error(), std::errc::no_such_file_or_directory);
}

TEST(FolderReaderTest, ReadsTheWorkingDirectory) {
    FolderReader reader("");
    ASSERT_TRUE(reader.next());
    EXPECT_FALSE(reader.path().has_parent_path());
}

} // namespace
} // namespace recital
