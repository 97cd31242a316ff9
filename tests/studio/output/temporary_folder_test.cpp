// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/output/temporary_folder.h"
#include "support/scratch_folder.h"

#include <gtest/gtest.h>

#include <fstream>

namespace recital {
namespace {

using testing_support::ScratchFolder;

TEST(TemporaryFolder, IsHiddenAndGoneWithItsContentAtTheEnd) {
    const ScratchFolder parent;
    {
        const TemporaryFolder folder(parent.path());
        EXPECT_EQ(folder.path().parent_path(), parent.path());
        EXPECT_EQ(folder.path().filename().string().front(), '.');
        std::ofstream(folder.path() / "01 One.m4b") << "one";
        sweep_temporary_folders(parent.path());
        EXPECT_TRUE(std::filesystem::exists(folder.path() / "01 One.m4b")) << "it is in use";
    }
    EXPECT_TRUE(std::filesystem::is_empty(parent.path()));
}

TEST(SweepTemporaryFolders, RemovesLeftoversAndNothingElse) {
    const ScratchFolder parent;
    std::filesystem::create_directories(parent.path() / ".recital-parts-aB3xY9" / "inner");
    std::filesystem::create_directories(parent.path() / ".recital-parts-of mine");
    std::filesystem::create_directories(parent.path() / ".recital-parts-aB3xY90");
    std::filesystem::create_directories(parent.path() / "recital-parts-aB3xY9");
    sweep_temporary_folders(parent.path());
    EXPECT_FALSE(std::filesystem::exists(parent.path() / ".recital-parts-aB3xY9"));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(parent.path()), {}), 3);
}

} // namespace
} // namespace recital
