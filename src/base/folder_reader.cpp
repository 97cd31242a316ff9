// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/folder_reader.h"

#include <dirent.h>

#include <cerrno>
#include <string_view>

namespace recital {

void FolderReader::Close::operator()(void* stream) const {
    ::closedir(static_cast<DIR*>(stream));
}

FolderReader::FolderReader(const std::filesystem::path& folder)
    : folder_(folder), stream_(::opendir(folder.empty() ? "." : folder.c_str())) {
    if (!stream_) {
        error_ = {errno, std::generic_category()};
    }
}

bool FolderReader::next() {
    while (stream_) {
        errno = 0; // the end and a failure look alike
        const dirent* const entry = ::readdir(static_cast<DIR*>(stream_.get()));
        if (entry == nullptr) {
            error_ = {errno, std::generic_category()};
            stream_.reset();
            return false;
        }
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..") {
            path_ = folder_ / name;
            return true;
        }
    }
    return false;
}

} // namespace recital
