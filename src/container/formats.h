// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/file.h"
#include "container/book/book.h"
#include "container/codec/codec.h"

#include <filesystem>
#include <memory>

namespace recital {

/// The codec that makes a format's takes.
[[nodiscard]] std::unique_ptr<Codec> make_codec(const FormatSettings& settings);

/// Writes the book in one pass: one take's packets are in memory at a time. Nothing in it depends on the
/// clock. Throws an `output` error.
void write_book(const Book& book, const TakeLoader& load, const TemporaryFile& file);

/// Whether this program wrote the file, by what the file says of itself. False for what cannot be read.
[[nodiscard]] bool is_written_by_recital(const std::filesystem::path& path);

} // namespace recital
