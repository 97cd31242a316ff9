// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/grouping/identity.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace recital {

/// What of a document can bring it together with others, as XXH3-64 hashes: a few bytes, so that those of
/// millions of records fit in memory. Equal hashes of different names cost a comparison, never a mistake.
struct IdentityHash {
    static constexpr std::uint32_t no_folder = std::numeric_limits<std::uint32_t>::max();

    std::uint64_t id = 0;             ///< of the declared id; 0 if there is none
    std::uint64_t name = 0;           ///< of the musician's name, folded
    std::uint32_t folder = no_folder; ///< index of the folder of a whole file
    bool certain = true;              ///< see Document::certain
};

/// `folder` is left to the caller, who counts folders.
[[nodiscard]] IdentityHash hash_of(const Document& document);

/// Documents that share an id, a name or a folder that may be one person's, directly or through others.
/// Documents of different companies never meet in one book and never bear one name.
struct CandidateGroups {
    std::vector<std::uint32_t> members; ///< indexes of all documents, company by company, each in order
    std::vector<std::uint32_t> starts;  ///< of each company in `members`, and the size of `members`
    std::vector<bool> shared_folders;   ///< for each folder, whether it brought documents together

    [[nodiscard]] std::size_t size() const { return starts.size() - 1; }
    [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t candidate_group) const {
        return std::span(members).subspan(starts[candidate_group],
                                          starts[candidate_group + 1] - starts[candidate_group]);
    }
};

/// Finds the companies, in the order of their first documents.
[[nodiscard]] CandidateGroups find_candidate_groups(std::span<const IdentityHash> documents,
                                                    std::span<const std::string> folders);

} // namespace recital
