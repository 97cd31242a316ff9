// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files/folder_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace recital {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> names(const std::vector<fs::path>& paths, const fs::path& root) {
    std::vector<std::string> names;
    for (const fs::path& path : paths) {
        names.push_back(path.lexically_relative(root).string());
    }
    return names;
}

TEST(FolderTree, ListsFilesAndFoldersSorted) {
    const fs::path root = fs::path(testing::TempDir()) / "folder_tree_test";
    fs::remove_all(root);
    fs::create_directories(root / "b/c");
    fs::create_directories(root / "empty");
    for (const char* name : {"z", "a", "b/c/deep", "b/file"}) {
        std::ofstream(root / name) << name;
    }
    fs::create_symlink("a", root / "link");
    fs::create_symlink("nothing", root / "broken");
    fs::create_directory_symlink("..", root / "b/up");
    const FolderTree tree = read_folder_tree(root);
    EXPECT_THAT(names(tree.files, root), ElementsAre("a", "b/c/deep", "b/file", "link", "z"));
    EXPECT_THAT(names(tree.folders, root), ElementsAre("b", "b/c", "empty"));
    fs::remove_all(root);
}

TEST(FolderTree, OfNoFolderIsEmpty) {
    EXPECT_THAT(read_folder_tree("/nowhere").files, IsEmpty());
    EXPECT_THAT(read_folder_tree("/dev/null").files, IsEmpty());
}

} // namespace
} // namespace recital
