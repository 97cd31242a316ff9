// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/model/document.h"
#include "studio/sources/source.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace recital {

/// Hands out each text of a plan once: those that fit into a budget are kept in memory from the first
/// reading, the others are read again.
class DocumentCache {
public:
    /// `reader` reads what is not kept. `budget` is the most memory that all kept documents take together, in
    /// bytes; with 0 nothing is kept.
    DocumentCache(SourceReader reader, std::size_t budget) : reader_(std::move(reader)), budget_(budget) {}

    /// Reads what is not kept.
    [[nodiscard]] SourceReader& reader() { return reader_; }

    /// Keeps the document of that source if the rest of the budget allows it, otherwise drops it.
    void keep(const SourceRef& source, Document&& document);

    /// The document of a source: from memory, which forgets it, otherwise read again. Throws an `input` error
    /// if the source cannot be read again or has been changed since it was planned.
    [[nodiscard]] Document take(const SourceRef& source);

    /// Frees the memory of a document that nobody will ask for, if it was kept.
    void forget(const SourceRef& source);

private:
    using Key = std::pair<std::string, std::uint64_t>; ///< path and offset

    struct Kept {
        Document document;
        std::size_t bytes = 0;
    };

    using Entries = std::map<Key, Kept>;

    [[nodiscard]] Entries::iterator find(const SourceRef& source);
    Document remove(Entries::iterator entry);

    SourceReader reader_;
    std::size_t budget_;
    std::size_t used_ = 0;
    Entries entries_;
};

/// How much memory a document takes, in bytes, with what the allocator adds; estimated.
[[nodiscard]] std::size_t memory_of(const Document& document);

} // namespace recital
