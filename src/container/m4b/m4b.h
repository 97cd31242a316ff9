// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "container/book/writer.h"

#include <filesystem>
#include <memory>
#include <string>

namespace recital {

/// A writer of an MPEG-4 audiobook (ISO/IEC 14496-12 and -14): index in front, one chunk a chapter, chapters
/// both as a QuickTime text track and as a Nero list.
[[nodiscard]] std::unique_ptr<BookWriter> open_m4b(const Book& book, const TemporaryFile& file);

/// The writing program's name as an MPEG-4 file states it; empty for any other file.
[[nodiscard]] std::string read_m4b_application(const std::filesystem::path& path);

} // namespace recital
