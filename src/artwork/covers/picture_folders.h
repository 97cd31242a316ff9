// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <filesystem>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace recital {

/// Finds pictures in folders, ignoring the case of their names. A folder is looked through once however many
/// books ask for it; the names of pictures in the few last folders are remembered, so that memory does not
/// grow with the books.
class PictureFolders {
public:
    /// `names` as they may be asked for: their extensions tell what is a picture.
    explicit PictureFolders(const std::vector<std::string>& names);

    /// The file of that name in the folder; the one that is spelled so, or else the first in the order of
    /// their bytes that differs only in case. Empty if there is none, or the folder cannot be read.
    [[nodiscard]] std::filesystem::path find(const std::filesystem::path& folder, const std::string& name);

private:
    struct Picture {
        std::string folded; ///< in NFC, which file systems do not agree on
        std::string name;

        friend bool operator<(const Picture& left, const Picture& right) {
            return std::tie(left.folded, left.name) < std::tie(right.folded, right.name);
        }
    };
    struct Folder {
        std::filesystem::path path;
        std::vector<Picture> pictures; ///< in order
    };

    [[nodiscard]] const Folder& remembered(const std::filesystem::path& folder);
    [[nodiscard]] std::vector<Picture> pictures_in(const std::filesystem::path& folder) const;

    std::set<std::string> extensions_; ///< folded
    std::deque<Folder> folders_;       ///< that looked through last stands last
};

} // namespace recital
