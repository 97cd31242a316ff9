// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/files/external_sorter.h"
#include "document/grouping/candidate_group.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace recital {

/// Finds which texts of a plan may be in one book or share a name: those connected by an id, a name, or a
/// folder that may belong to one person. The same sets as `find_candidate_groups` finds, with 4 bytes of
/// memory for a text.
class TextSets {
public:
    /// `folder` is for temporary files.
    explicit TextSets(const std::filesystem::path& folder)
        : keys_(folder), files_(folder), folders_(folder) {}

    /// Enters the next text: the first one has the number 0. `folder` is that of a whole file, else empty.
    void add(const IdentityHash& hash, std::string_view folder);

    /// To be called once, after the last text.
    void connect();

    /// The first text of the set that the text is in.
    [[nodiscard]] std::uint32_t find(std::uint32_t text);

    /// Whether the folder brought texts together.
    [[nodiscard]] bool is_shared(const std::string& folder) const { return shared_.contains(folder); }

private:
    struct FileOf {
        std::uint32_t text = 0;
        bool certain = true;
    };

    void unite(std::uint32_t left, std::uint32_t right);
    void connect_by_keys();
    void gather_folders();
    void find_namesakes();
    void connect_by_folders();
    [[nodiscard]] bool may_be_one_persons(std::span<const FileOf> files);

    ExternalSorter keys_;    ///< of ids and names, each with the text that has it
    ExternalSorter files_;   ///< whole files by folder
    ExternalSorter folders_; ///< that may be one person's, in the order of their first files
    std::vector<std::pair<std::uint64_t, std::uint32_t>> namesakes_; ///< of folders: hash of the name, a text
    std::map<std::uint64_t, std::uint32_t> by_folder_name_;          ///< a file of the folder that bears it
    std::unordered_set<std::string> shared_;
    std::vector<std::uint32_t> parents_;
};

} // namespace recital
