// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "container/book/stamp.h"
#include "container/book/writer.h"

#include <filesystem>
#include <memory>

namespace recital {

/// A writer of an MPEG-4 audiobook (ISO/IEC 14496-12 and -14): index in front, one chunk a chapter, chapters
/// both as a QuickTime text track and as a Nero list.
[[nodiscard]] std::unique_ptr<BookWriter> open_m4b(const Book& book, const TemporaryFile& file);

/// The stamp of an MPEG-4 file; empty for any other file.
[[nodiscard]] BookStamp read_m4b_stamp(const std::filesystem::path& path);

} // namespace recital
