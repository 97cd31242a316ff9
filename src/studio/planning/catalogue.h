// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/grouping/candidate_group.h"
#include "studio/planning/text_facts.h"
#include "studio/sources/source.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace recital {

/// What is kept of every biography after it was read: its place, its facts, and, until the books are known,
/// what decides which biographies make one book.
class Catalogue {
public:
    /// `paths` are all files that will be read.
    explicit Catalogue(std::vector<std::filesystem::path> paths) : paths_(std::move(paths)) {}

    [[nodiscard]] const std::vector<std::filesystem::path>& paths() const { return paths_; }

    /// Enters a biography that was read from the `path`-th file; `seconds` is the estimated length of its
    /// speech.
    void add(std::size_t path, const SourceRef& source, const Document& document, double seconds);

    [[nodiscard]] std::size_t size() const { return entries_.size(); }
    [[nodiscard]] SourceRef source(std::size_t index) const;
    [[nodiscard]] TextFacts facts(std::size_t index) const { return facts_.facts(index); }

    /// What decides with which others a biography belongs together. Not after `forget_identities`.
    [[nodiscard]] Identity identity(std::size_t index) const;
    /// Frees the memory of what only `identity` needs.
    void forget_identities() { facts_.forget_identities(); }

    /// What may belong together, of everything entered. To be asked once, at the end: the hashes are gone
    /// afterwards.
    [[nodiscard]] CandidateGroups take_candidate_groups();

private:
    /// The folder of a whole file if the candidate groups show that it may be one person's, otherwise empty.
    [[nodiscard]] std::string shared_folder(std::size_t index) const;

    struct Entry {
        std::uint64_t offset = 0;
        std::uint32_t path = 0;
        std::uint32_t line = 0;
    };

    std::vector<std::filesystem::path> paths_;
    std::vector<Entry> entries_;
    TextFactsStore facts_;
    std::vector<IdentityHash> hashes_;
    std::vector<std::string> folders_;
    std::unordered_map<std::string, std::uint32_t> folder_indexes_;
    std::vector<bool> shared_folders_;
};

} // namespace recital
