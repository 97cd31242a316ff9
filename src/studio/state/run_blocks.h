// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/byte_stream.h"
#include "base/error.h"
#include "base/hash.h"
#include "studio/job/report.h"

#include <filesystem>
#include <string>
#include <vector>

namespace recital {

/// What a block of the record of a run holds: its first byte.
enum class RunBlock : unsigned char { sources, warning, notice, skipped, book, end };

void put_kind(ByteWriter& out, RunBlock kind);
/// Throws MalformedBytes.
[[nodiscard]] RunBlock take_kind(ByteReader& in);

/// A warning or a notice.
struct Remark {
    bool is_warning = true;
    Diagnostic diagnostic;
};

/// A book that a run has made.
struct RecordedBook {
    std::vector<Remark> remarks; ///< made when the book was opened
    BookReport report;
};

/// Blocks about events of a run.
[[nodiscard]] std::string remark_block(const Remark& remark);
[[nodiscard]] std::string skipped_block(const SkippedReport& skipped);
/// With the stamps that the book's files have now.
[[nodiscard]] std::string book_block(const RecordedBook& book);

/// What follows the kind in such blocks. Throw MalformedBytes.
[[nodiscard]] Diagnostic take_diagnostic(ByteReader& in);
[[nodiscard]] SkippedReport take_skipped(ByteReader& in);
[[nodiscard]] RecordedBook take_recorded_book(ByteReader& in);

/// Reads the stamps that follow a book; true if its files still have them.
[[nodiscard]] bool are_files_intact(const BookReport& book, ByteReader& in);

/// Tells a listener what it was told when the book was made, except that now no take had to be rendered.
void report_again(const RecordedBook& book, RunListener& listener);

/// Digest of the names and stamps of all books in a folder: for a book whose name depends on them.
[[nodiscard]] Digest stamps_of_books(const std::filesystem::path& folder);

} // namespace recital
