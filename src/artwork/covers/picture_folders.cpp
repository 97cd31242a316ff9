// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/covers/picture_folders.h"

#include "base/data_table.h"
#include "base/folder_reader.h"
#include "base/unicode.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace recital {

namespace {

/// Texts that make one book may lie in several folders, which are then asked for in turn.
constexpr std::size_t max_folders = 4;

std::string folded(const std::string& name) {
    return fold_case(normalise_nfc(name));
}

bool is_file(const std::filesystem::path& path) {
    std::error_code ignored;
    return std::filesystem::is_regular_file(path, ignored);
}

} // namespace

std::vector<std::string> read_picture_names(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (DataRow& row : read_data_table(folder / "names.tsv", 1, 1)) {
        names.push_back(std::move(row.cells.front()));
    }
    return names;
}

PictureFolders::PictureFolders(const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        extensions_.insert(folded(std::filesystem::path(name).extension().string()));
    }
}

std::filesystem::path PictureFolders::find(const std::filesystem::path& folder, const std::string& name) {
    if (std::filesystem::path spelled_so = folder / name; is_file(spelled_so)) {
        return spelled_so;
    }
    const std::string wanted = folded(name);
    const std::vector<Picture>& pictures = remembered(folder).pictures;
    for (auto picture = std::lower_bound(pictures.begin(), pictures.end(), Picture{wanted, {}});
         picture != pictures.end() && picture->folded == wanted; ++picture) {
        if (std::filesystem::path path = folder / picture->name; is_file(path)) {
            return path;
        }
    }
    return {};
}

bool PictureFolders::is_picture(const std::filesystem::path& name) const {
    return extensions_.contains(folded(name.extension().string()));
}

const PictureFolders::Folder& PictureFolders::remembered(const std::filesystem::path& folder) {
    const auto known = std::find_if(folders_.begin(), folders_.end(),
                                    [&folder](const Folder& one) { return one.path == folder; });
    if (known != folders_.end()) {
        return *known;
    }
    if (folders_.size() == max_folders) {
        folders_.pop_front();
    }
    return folders_.emplace_back(Folder{folder, pictures_in(folder)});
}

std::vector<PictureFolders::Picture> PictureFolders::pictures_in(const std::filesystem::path& folder) const {
    std::vector<Picture> pictures;
    for (FolderReader files(folder); files.next();) {
        const std::filesystem::path name = files.path().filename();
        if (is_picture(name)) {
            pictures.push_back({folded(name.string()), name.string()});
        }
    }
    std::sort(pictures.begin(), pictures.end());
    return pictures;
}

} // namespace recital
