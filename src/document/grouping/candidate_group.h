// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/grouping/identity.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace recital {

/// The keys by which a document is grouped with others (record linkage: blocking keys), as XXH3-64 hashes: a
/// few bytes, so that those of millions of records fit in memory. Names are compared later, so equal hashes
/// of different names only cost time.
struct IdentityHash {
    static constexpr std::uint32_t no_folder = std::numeric_limits<std::uint32_t>::max();

    std::uint64_t id = 0;                          ///< of the declared id; 0 if there is none
    std::uint64_t name = 0;                        ///< of the musician's name, folded
    std::array<std::uint64_t, 2> other_names = {}; ///< of the first other names (see Identity); 0 if absent
    std::uint32_t folder = no_folder;              ///< index of the folder of a whole file
    bool certain = true;                           ///< see Document::certain
};

/// Leaves `folder` unset: the caller numbers the folders.
[[nodiscard]] IdentityHash hash_of(const Document& document);

/// Sets of documents connected by a shared id, a shared name, or a folder that may belong to one person.
/// Documents of different candidate groups are never in one book and never share a name.
struct CandidateGroups {
    std::vector<std::uint32_t>
        members; ///< indexes of all documents, one candidate group after the other, each in order
    std::vector<std::uint32_t>
        starts; ///< where each candidate group starts in `members`; the last entry is the size of `members`
    std::vector<bool> shared_folders; ///< for each folder, whether it brought documents together

    [[nodiscard]] std::size_t size() const { return starts.size() - 1; }
    [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t candidate_group) const {
        return std::span(members).subspan(starts[candidate_group],
                                          starts[candidate_group + 1] - starts[candidate_group]);
    }
};

/// Finds the candidate groups, in the order of their first documents. `folders` are the paths to which
/// IdentityHash::folder refers.
[[nodiscard]] CandidateGroups find_candidate_groups(std::span<const IdentityHash> documents,
                                                    std::span<const std::string> folders);

} // namespace recital
