// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "container/book/audio_container.h"
#include "container/book/stamp.h"
#include "container/book/writer.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// All formats, the default first.
[[nodiscard]] std::span<const AudioContainer> all_formats();

/// Settings from what the person gave; 0 stands for the default. Throws a `usage` error that lists what is
/// possible.
[[nodiscard]] FormatSettings make_format_settings(std::string_view name, int sample_rate, int bitrate);

/// The same for several formats. What one of them leaves no choice of (the bit rate of a lossless format, the
/// rate of Opus) is meant for the others; if it is meant for none, it is a `usage` error. A format named
/// twice is made once.
[[nodiscard]] std::vector<FormatSettings> make_formats(std::span<const std::string> names, int sample_rate,
                                                       int bitrate);

/// A writer for the format of the book, which has written what comes before the first take. Book and file
/// must outlive it. Throws an `output` error.
[[nodiscard]] std::unique_ptr<BookWriter> open_book_writer(const Book& book, const TemporaryFile& file);

/// What this program stamps on a file: who wrote it, and the book's record (see book/record.h). Reads the
/// head of the file only, not its audio. Empty for files of other programs and for what cannot be read.
[[nodiscard]] BookStamp read_stamp(const std::filesystem::path& path);

/// Whether this program wrote the file, by what the file says of itself. False for what cannot be read.
[[nodiscard]] bool is_written_by_recital(const std::filesystem::path& path);

} // namespace recital
