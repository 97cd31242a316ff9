// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace recital {

/// What of a document decides with which others it belongs together: small, so that those of a million
/// documents fit in memory.
struct Identity {
    std::string musician;
    bool certain = true; ///< see Document::certain
    std::string id;
    std::string born;
    std::string died;
    std::string occupation;
    std::string title;
    std::string date;
    int part = 0;
    std::string source;
    std::size_t length = 0; ///< bytes of text
    std::vector<std::uint64_t>
        fingerprint; ///< MinHash of its runs of five words (Broder 1997); near-equal texts share most
};

[[nodiscard]] Identity identity_of(const Document& document);

/// The share of two texts' runs of five words that is common to both, estimated, 0 to 1.
[[nodiscard]] double resemblance(const Identity& left, const Identity& right);

/// The documents that make one book.
struct BookGroup {
    std::string musician;
    std::string distinction; ///< tells namesakes apart: "guitarist", "1941"; empty where there is none
    std::vector<std::size_t> documents; ///< indexes, in reading order
    std::string reason;                 ///< why these belong together; empty for a single document
};

/// Groups documents into books, in the order in which their first documents are given. Documents belong
/// together only on strong evidence: the same id; the same full name and nothing that contradicts it, such as
/// other ids, dates or trades; a folder that is named for one person. Of near-equal texts about one musician
/// the longest is taken, with a diagnostic. Namesakes are told apart.
[[nodiscard]] std::vector<BookGroup> group_documents(std::span<const Identity> identities,
                                                     std::vector<Diagnostic>& diagnostics);

/// The documents of one group, in its order, as one: the sections of each part behind those of the one
/// before, titles told apart, sources and diagnostics of all.
[[nodiscard]] Document merge_documents(std::vector<Document> documents);

} // namespace recital
