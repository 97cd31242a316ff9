// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "container/book/writer.h"
#include "container/codec/codec.h"

#include <filesystem>
#include <memory>

namespace recital {

/// The codec that makes a format's takes.
[[nodiscard]] std::unique_ptr<Codec> make_codec(const FormatSettings& settings);

/// A writer for the format of the book, which has written what comes before the first take. Book and file
/// must outlive it. Throws an `output` error.
[[nodiscard]] std::unique_ptr<BookWriter> open_book_writer(const Book& book, const TemporaryFile& file);

/// Whether this program wrote the file, by what the file says of itself. False for what cannot be read.
[[nodiscard]] bool is_written_by_recital(const std::filesystem::path& path);

} // namespace recital
