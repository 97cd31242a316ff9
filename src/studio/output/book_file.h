// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/book.h"
#include "document/model/document.h"
#include "studio/assembly/book_in_progress.h"
#include "studio/job/job.h"
#include "studio/job/report.h"
#include "studio/takes/store.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

namespace recital {

/// What players will show of the book, by the conventions of audiobook players: the musician is the subject
/// and so stands in title and album, the text's author is the artist, the narrator the composer.
[[nodiscard]] BookTags make_tags(const Document& document, const BookPlan& plan, const Voice& voice);

/// What is to be said of a book with more chapters than some of its formats can mark; empty where all can.
[[nodiscard]] std::string remark_on_chapters(std::size_t chapters, std::span<const FormatSettings> formats);

/// The report on a production, with the names of all files that the job asks for.
[[nodiscard]] BookReport report_with_files(const BookInProgress& book_in_progress, const Job& job);

/// Throws an `output` error where one of the names in `report` is taken by something that this program did
/// not make, unless it may be overwritten, or where it cannot be a file's name.
void check_outputs(const BookReport& report, bool overwrite);

/// Writes a book beside its name and then renames it. Returns its size in bytes. Throws an `output` error.
[[nodiscard]] std::uint64_t write_file(const Book& book, const TakeLoader& load,
                                       const std::filesystem::path& path);

/// Writes a complete production to all files that `report` names, and enters their sizes there; removes
/// subtitles of recital's that are not written anew and would be wrong. Throws an
/// `output` error, and Stopped where a signal asked to stop.
void write_book_files(const BookInProgress& book_in_progress, const TakeStore& store, BookReport& report);

} // namespace recital
