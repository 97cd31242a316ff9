// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/files/folder_tree.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

namespace recital {

namespace {

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};

/// DT_REG and so on (readdir(3)); of a link to a file that of the file. Not every file system tells it with
/// the name.
unsigned char kind_of(const dirent& entry, const std::filesystem::path& path) {
    if (entry.d_type != DT_UNKNOWN && entry.d_type != DT_LNK) {
        return entry.d_type;
    }
    struct ::stat status{};
    if (::lstat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) {
        return DT_DIR;
    }
    return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) ? DT_REG : DT_UNKNOWN;
}

} // namespace

FolderTree read_folder_tree(const std::filesystem::path& folder) {
    FolderTree tree;
    std::vector<std::filesystem::path> unread = {folder};
    while (!unread.empty()) {
        const std::filesystem::path parent = std::exchange(unread.back(), {});
        unread.pop_back();
        const std::unique_ptr<DIR, CloseFolder> stream(::opendir(parent.c_str()));
        while (const dirent* entry = stream ? ::readdir(stream.get()) : nullptr) {
            const std::string name = entry->d_name;
            if (name == "." || name == "..") {
                continue;
            }
            std::filesystem::path path = parent / name;
            const unsigned char kind = kind_of(*entry, path);
            if (kind == DT_DIR) {
                unread.push_back(path);
                tree.folders.push_back(std::move(path));
            } else if (kind == DT_REG) {
                tree.files.push_back(std::move(path));
            }
        }
    }
    std::sort(tree.files.begin(), tree.files.end());
    std::sort(tree.folders.begin(), tree.folders.end());
    return tree;
}

} // namespace recital
