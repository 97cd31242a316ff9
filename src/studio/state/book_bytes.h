// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/byte_stream.h"
#include "studio/job/report.h"

#include <filesystem>
#include <functional>

namespace recital {

/// A report on a book as bytes, and back. `take_book` throws MalformedBytes.
void put_book(ByteWriter& out, const BookReport& book);
[[nodiscard]] BookReport take_book(ByteReader& in);

/// Calls `visit` with the path of every file of the book: audio, playlists, subtitles; always in one order.
void for_each_file(const BookReport& book, const std::function<void(const std::filesystem::path&)>& visit);

} // namespace recital
