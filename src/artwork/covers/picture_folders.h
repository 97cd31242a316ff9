// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <filesystem>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace recital {

/// The names of pictures beside a text that become the cover of its book, best first, from `names.tsv` in
/// this folder (data/covers). Throws a `usage` error for a bad table.
[[nodiscard]] std::vector<std::string> read_picture_names(const std::filesystem::path& folder);

/// Finds pictures in folders, ignoring the case of their names. The picture names of the few folders used
/// last are cached, so that a folder is read once for many books and memory does not grow with their number.
class PictureFolders {
public:
    /// `names` are all names that will be looked for; their extensions define what a picture is.
    explicit PictureFolders(const std::vector<std::string>& names);

    /// The path of the file with that name in the folder: one with exactly this spelling, otherwise the first
    /// in byte order that differs only in case. Empty if there is none or the folder cannot be read.
    [[nodiscard]] std::filesystem::path find(const std::filesystem::path& folder, const std::string& name);

    /// True if a file with this name can be a picture that is looked for: by its extension.
    [[nodiscard]] bool is_picture(const std::filesystem::path& name) const;

private:
    struct Picture {
        std::string folded; ///< case-folded and in NFC, because file systems use different forms
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
    std::deque<Folder> folders_;       ///< the one used last is at the end
};

} // namespace recital
