// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/grouping/group.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace recital {

/// Which texts make which book, compactly: 12 bytes for a text that nothing else comes near.
class PlannedBooks {
public:
    /// A book of one text that shares its subject's name with no other.
    void add(std::uint32_t document);
    /// A book of several texts, or of a namesake; `documents` lead from the group's indexes to those wanted.
    void add(const BookGroup& group, std::span<const std::uint32_t> documents);
    /// Puts the books into the order in which their texts were given.
    void sort();

    /// What the text alone does not say of its book.
    struct Note {
        std::string musician;
        std::string distinction;
        std::string reason;
    };

    [[nodiscard]] std::size_t size() const { return books_.size(); }
    /// In reading order. Valid until a book is added.
    [[nodiscard]] std::span<const std::uint32_t> documents(std::size_t book) const;
    /// Null if the text says everything. Valid until a book is added.
    [[nodiscard]] const Note* note(std::size_t book) const;

private:
    struct Book {
        std::uint32_t first = 0; ///< index into `documents_`
        std::uint32_t note = 0;  ///< index into `notes_` and 1; 0 for a book of one text
    };

    std::vector<Book> books_;
    std::vector<std::uint32_t> documents_;
    std::vector<Note> notes_;
    std::vector<std::uint32_t> counts_; ///< of documents, beside `notes_`
};

} // namespace recital
