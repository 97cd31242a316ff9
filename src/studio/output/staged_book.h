// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "studio/assembly/book_in_progress.h"
#include "studio/job/report.h"
#include "studio/output/growing_book_file.h"
#include "studio/output/outdated_subtitles.h"
#include "studio/output/staged_files.h"
#include "studio/store/take_store.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace recital {

/// Commits the complete file of a book in a format. It may give the book other names, which the report on it
/// then has: everything else that belongs to the book is put in place afterwards.
using CommitBook = std::function<void(TemporaryFile&, Format)>;

/// Thrown when a take of a book that is being written is missing from the store or damaged.
class LostTake : public Error {
public:
    LostTake();
};

/// All files of a complete book, written but not yet under their names, so that they can be synced before.
/// What is not put in place is gone with this object.
class StagedBook {
public:
    /// Writes the files that `report` names, in one pass over the takes for each format, and enters their
    /// sizes there. Throws LostTake, other `output` errors, and Interrupted if a signal asked to stop.
    StagedBook(const BookInProgress& book_in_progress, TakeStore& store, BookReport& report);

    /// Whether there are files besides the book's own in each format.
    [[nodiscard]] bool has_companions() const;

    /// Returns when the book's own files are on the disk. Throws an `output` error.
    void sync() const;

    /// Gives all files the names that `report` has; removes subtitles of recital's that were not written anew
    /// and would be wrong. Throws an `output` error.
    void put_in_place(const CommitBook& commit, const BookReport& report);

private:
    /// The files of one format.
    struct Edition {
        Format format;
        StagedFiles companions;
        std::unique_ptr<GrowingBookFile> book;
    };

    void write(const BookInProgress& book_in_progress, std::size_t format, TakeStore& store,
               FileReport& report);

    OutdatedSubtitles outdated_;
    std::vector<Edition> editions_;
};

} // namespace recital
