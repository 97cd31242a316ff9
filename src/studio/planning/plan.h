// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/grouping/group.h"
#include "studio/job/file_name.h"
#include "studio/job/job.h"
#include "studio/job/report.h"
#include "studio/planning/catalogue.h"
#include "studio/planning/source.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace recital {

/// One book to be made: who, from what, where to.
struct BookPlan {
    std::string id; ///< of the musician: as declared by the source, else made from the name
    std::string musician;
    std::string name;               ///< of the book: the musician, told apart from namesakes
    std::vector<SourceRef> sources; ///< at least one, in reading order
    std::string reason;             ///< what tells whom it is about, and why its sources belong together
    std::vector<std::filesystem::path> outputs; ///< one for each of the job's formats
};

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
    /// In reading order.
    [[nodiscard]] std::span<const std::uint32_t> documents(std::size_t book) const;
    /// Null where the text says everything.
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

/// All books of a job. The texts are read again when their turn comes, and so is all that they say of
/// themselves, so that a plan of millions stays small.
class Plan {
public:
    /// `failures` counts the sources that became no book. Throws a `usage` error where several books are to
    /// go into one file.
    Plan(const Job& job, Catalogue catalogue, PlannedBooks books, std::size_t failures);

    [[nodiscard]] std::size_t size() const { return books_.size(); }
    [[nodiscard]] std::size_t failures() const { return failures_; }

    /// Where the texts of a book stand, in reading order.
    [[nodiscard]] std::vector<SourceRef> sources(std::size_t book) const;

    /// The book that its texts make, now that they were read again. Gives the book's file its name, so that
    /// books have to be opened once each and in their order.
    [[nodiscard]] BookPlan open(std::size_t book, const Document& document);

private:
    [[nodiscard]] std::vector<std::filesystem::path> outputs_of(const BookPlan& book,
                                                                const Document& document);

    const Job& job_;
    Catalogue catalogue_;
    PlannedBooks books_;
    std::size_t failures_;
    bool is_one_file_; ///< the output names the one book's file rather than a folder
    FileNames names_;
};

/// Reads every input once, finds whom it is about and gives each musician a book. Warnings and what cannot be
/// read go to the listener. Throws `usage` errors where inputs and output do not fit together.
[[nodiscard]] Plan plan_books(const Job& job, RunListener& listener);

} // namespace recital
