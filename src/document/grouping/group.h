// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/grouping/identity.h"
#include "document/model/document.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace recital {

/// The documents that make one book.
struct BookGroup {
    std::string musician;
    std::string distinction; ///< distinguishes namesakes: "guitarist", "1941"; empty if there is none
    std::vector<std::size_t> documents; ///< indexes, in reading order
    std::string reason;                 ///< why these belong together; empty for a single document
};

/// Groups documents into books, in the order in which their first documents are given. Documents belong
/// together only on strong evidence: the same id; the same full name and nothing that contradicts it, such as
/// other ids, dates or trades; a folder named after one person. Of nearly equal texts about one musician the
/// longest is used, with a diagnostic. Namesakes are distinguished.
[[nodiscard]] std::vector<BookGroup> group_documents(std::span<const Identity> identities,
                                                     std::vector<Diagnostic>& diagnostics);

} // namespace recital
