// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "container/book/book.h"
#include "document/model/document.h"
#include "studio/assembly/book_in_progress.h"
#include "studio/job/job.h"
#include "studio/job/report.h"
#include "studio/takes/store.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace recital {

/// What players will show of the book, by the conventions of audiobook players: the musician is the subject
/// and so stands in title and album, the text's author is the artist, the narrator the composer.
[[nodiscard]] BookTags make_tags(const Document& document, const BookPlan& plan, const Voice& voice);

/// What is to be said of a book with more chapters than some of its formats can mark; empty where all can.
[[nodiscard]] std::string remark_on_chapters(std::size_t chapters, std::span<const FormatSettings> formats);

/// The report on a production, with the names of all files that the job asks for.
[[nodiscard]] BookReport report_with_files(const BookInProgress& book_in_progress, const Job& job);

/// Enters the names of all files that the job asks for, in place of those that the report has.
void name_files(BookReport& report, const BookInProgress& book_in_progress, const Job& job);

/// Commits the complete file of a book in a format. It may give the book other names, which the report on it
/// then has: everything else that belongs to the book is put in place afterwards.
using CommitBook = std::function<void(TemporaryFile&, Format)>;

/// Throws an `output` error if one of the names in `report` is taken by something that this program did
/// not make, unless it may be overwritten, or where it cannot be a file's name.
void check_outputs(const BookReport& report, bool overwrite);

/// Thrown when a take of a book that is being written is missing from the store or damaged.
class LostTake : public Error {
public:
    LostTake();
};

/// Writes a complete production to all files that `report` names, in one pass over its takes for each format,
/// and enters their sizes there; removes subtitles of recital's that are not written anew and would be wrong.
/// Throws LostTake, other `output` errors, and Stopped if a signal asked to stop.
void write_book_files(const BookInProgress& book_in_progress, const TakeStore& store,
                      const CommitBook& commit, BookReport& report);

/// Reads all takes of a production and gives up those that the store does not have whole, which it then has
/// no more. Returns slot and format of each, in order.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>>
give_up_damaged_takes(BookInProgress& book_in_progress, const TakeStore& store);

} // namespace recital
