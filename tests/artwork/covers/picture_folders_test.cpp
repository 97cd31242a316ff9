// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/covers/picture_folders.h"
#include "support/scratch_folder.h"

#include <gtest/gtest.h>

#include <fstream>

namespace recital {
namespace {

class PictureFoldersTest : public testing::Test {
protected:
    void write(const std::string& name) const {
        std::filesystem::create_directories((folder_.path() / name).parent_path());
        std::ofstream(folder_.path() / name) << "x";
    }

    /// The file's name; empty where none is found.
    std::string found(const std::string& name, const std::string& folder = ".") {
        return folders_.find(folder_.path() / folder, name).filename().string();
    }

    testing_support::ScratchFolder folder_;
    PictureFolders folders_{{"{name}.jpg", "cover.png"}};
};

TEST_F(PictureFoldersTest, FindNamesIgnoringCase) {
    write("Cover.JPG");
    write("bob.PNG");
    write("DVOŘÁK.Jpg");
    write("notes.txt");
    EXPECT_EQ(found("cover.jpg"), "Cover.JPG");
    EXPECT_EQ(found("bob.png"), "bob.PNG");
    EXPECT_EQ(found("Dvořák.jpg"), "DVOŘÁK.Jpg");
    EXPECT_EQ(found("cover.png"), "");
    EXPECT_EQ(found("notes.TXT"), "") << "no picture";
    EXPECT_EQ(found("cover.jpg", "nowhere"), "");
}

TEST_F(PictureFoldersTest, PreferTheExactSpelling) {
    write("COVER.jpg");
    write("Cover.jpg");
    EXPECT_EQ(found("cover.jpg"), "COVER.jpg") << "the first of several";
    write("cover.jpg");
    EXPECT_EQ(found("cover.jpg"), "cover.jpg");
}

TEST_F(PictureFoldersTest, ReadAFolderOnce) {
    // Else a folder of n texts would be read n times.
    write("a/Cover.JPG");
    EXPECT_EQ(found("cover.jpg", "a"), "Cover.JPG");
    write("a/Folder.JPG");
    EXPECT_EQ(found("folder.jpg", "a"), "") << "came later";
    for (const char* folder : {"b", "c", "d", "e"}) {
        write(std::string(folder) + "/Cover.JPG");
        EXPECT_EQ(found("cover.jpg", folder), "Cover.JPG");
    }
    EXPECT_EQ(found("folder.jpg", "a"), "Folder.JPG") << "only the last few are remembered";
}

} // namespace
} // namespace recital
