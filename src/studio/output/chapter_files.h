// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/book.h"
#include "studio/job/report.h"
#include "studio/output/take_sink.h"

#include <memory>

namespace recital {

/// Names the chapters' own files: numbered, in a folder beside the book's file and named like it, with their
/// playlist.
void name_chapter_files(FileReport& report);

/// Writes every chapter of the book to the file that `report` names, and the playlist; removes what this
/// program wrote there for chapters that the book had before, with their subtitles. Both arguments must
/// outlive the sink.
[[nodiscard]] std::unique_ptr<TakeSink> chapter_files_sink(const Book& book, const FileReport& report);

} // namespace recital
