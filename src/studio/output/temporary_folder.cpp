// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/output/temporary_folder.h"

#include "base/error.h"
#include "base/folder_reader.h"
#include "base/system/system_error.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <string>
#include <string_view>
#include <system_error>

namespace recital {

namespace {

constexpr std::string_view prefix = ".recital-parts-";
constexpr std::string_view pattern = "XXXXXX"; // of mkdtemp

bool is_temporary_folder_name(std::string_view name) {
    return name.starts_with(prefix) && name.size() == prefix.size() + pattern.size() &&
           std::all_of(name.begin() + prefix.size(), name.end(), [](char letter) {
               return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') ||
                      (letter >= 'a' && letter <= 'z');
           });
}

FileDescriptor open_folder(const std::filesystem::path& path) {
    return FileDescriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
}

} // namespace

TemporaryFolder::TemporaryFolder(const std::filesystem::path& parent) {
    struct stat status{};
    do { // a sweep of another run may remove the folder in the moment before it is locked
        std::string name = (parent / fmt::format("{}{}", prefix, pattern)).string();
        if (::mkdtemp(name.data()) == nullptr) {
            throw Error(ErrorKind::output, fmt::format("cannot be written: {}", system_error_text(errno)),
                        {parent.string(), 0});
        }
        path_ = name;
        lock_ = open_folder(path_);
        ::flock(lock_.get(), LOCK_EX);
    } while (::stat(path_.c_str(), &status) != 0);
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

void sweep_temporary_folders(const std::filesystem::path& parent) {
    for (FolderReader entries(parent); entries.next();) {
        if (!is_temporary_folder_name(entries.path().filename().string())) {
            continue;
        }
        const FileDescriptor folder = open_folder(entries.path());
        struct stat status{};
        const bool is_ours = folder.is_open() && ::fstat(folder.get(), &status) == 0 &&
                             status.st_uid == ::geteuid() && ::flock(folder.get(), LOCK_EX | LOCK_NB) == 0;
        if (is_ours) {
            std::error_code ignored;
            std::filesystem::remove_all(entries.path(), ignored);
        }
    }
}

} // namespace recital
