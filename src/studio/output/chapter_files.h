// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/book.h"
#include "studio/job/report.h"
#include "studio/output/take_sink.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace recital {

/// Names the chapters' own files: numbered, in a folder beside the book's file and named like it, with their
/// playlist.
void name_chapter_files(FileReport& report);

/// The playlist of the chapters' own files of a book's file, in their folder.
[[nodiscard]] std::filesystem::path playlist_of(const std::filesystem::path& book);

/// The chapters' files that this program wrote for a book before, by the playlist that is there. In the same
/// folder there may be other files.
class FormerChapters {
public:
    /// Before the playlist of the report is replaced.
    explicit FormerChapters(const FileReport& report);

    /// Removes those that `report` does not name, with their subtitles. Throws an `output` error.
    void remove_unless_in(const FileReport& report) const;

private:
    std::vector<std::filesystem::path> files_;
};

/// Writes every chapter of the book to the file that `report` names, and the playlist, into a folder that
/// exists. Both arguments must outlive the sink.
[[nodiscard]] std::unique_ptr<TakeSink> chapter_files_sink(const Book& book, const FileReport& report);

} // namespace recital
