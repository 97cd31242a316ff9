// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "container/book/book.h"
#include "document/model/document.h"
#include "studio/assembly/book_in_progress.h"
#include "studio/job/job.h"
#include "studio/job/report.h"
#include "studio/store/take_store.h"

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

/// Throws an `output` error if one of the names in `report` is taken by something that this program did
/// not make, unless it may be overwritten, or where it cannot be a file's name.
void check_outputs(const BookReport& report, bool overwrite);

/// Reads all takes of a production and gives up those that the store does not have whole, which it then has
/// no more. Returns slot and format of each, in order.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>>
give_up_damaged_takes(BookInProgress& book_in_progress, TakeStore& store);

} // namespace recital
