// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/book.h"

#include <string>

namespace recital {

/// The tag at the start of an MP3 file: ID3v2.3 ("ID3 tag version 2.3.0"), with chapters and their table by
/// the "ID3v2 Chapter Frame Addendum 1.0". A table of contents holds at most 255 entries; more chapters need
/// a table of tables. Times are rounded to milliseconds.
[[nodiscard]] std::string id3_tag(const Book& book);

/// Like `id3_tag`, but without chapters and record, for formats that store those elsewhere.
[[nodiscard]] std::string id3_tag_without_chapters(const Book& book);

} // namespace recital
