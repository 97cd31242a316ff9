// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

namespace recital {

/// What is below a folder at any depth, each list sorted by path. Links to folders are not followed.
struct FolderTree {
    std::vector<std::filesystem::path> files; ///< regular files, and links to such
    std::vector<std::filesystem::path> folders;
};

/// Folders that cannot be read count as empty. The standard library's iterator ends the program if there is
/// no memory for its next entry (`recursive_directory_iterator::increment` of libstdc++ 12); this throws
/// std::bad_alloc.
[[nodiscard]] FolderTree read_folder_tree(const std::filesystem::path& folder);

} // namespace recital
