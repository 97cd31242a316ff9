// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/grouping/candidate_group.h"
#include "studio/planning/source.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace recital {

/// What is kept of every biography between its first reading and its rendering: where it stands, and the
/// hashes that may bring it together with others; 40 bytes each.
class Catalogue {
public:
    /// `paths` are all files that will be read.
    explicit Catalogue(std::vector<std::filesystem::path> paths) : paths_(std::move(paths)) {}

    [[nodiscard]] const std::vector<std::filesystem::path>& paths() const { return paths_; }

    /// Enters a biography that was read from the `path`-th file.
    void add(std::size_t path, const SourceRef& source, const Document& document);

    [[nodiscard]] std::size_t size() const { return entries_.size(); }
    [[nodiscard]] SourceRef source(std::size_t index) const;

    /// What may belong together, of everything entered. To be asked once, at the end: the hashes are gone
    /// afterwards.
    [[nodiscard]] CandidateGroups take_candidate_groups();

    /// The folder of a whole file, where the companies show that it may be one person's; else empty.
    [[nodiscard]] std::string shared_folder(std::size_t index) const;

private:
    struct Entry {
        std::uint64_t offset = 0;
        std::uint32_t path = 0;
        std::uint32_t line = 0;
    };

    std::vector<std::filesystem::path> paths_;
    std::vector<Entry> entries_;
    std::vector<IdentityHash> hashes_;
    std::vector<std::string> folders_;
    std::unordered_map<std::string, std::uint32_t> folder_indexes_;
    std::vector<bool> shared_folders_;
};

} // namespace recital
