// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/book.h"

#include <string>
#include <vector>

namespace recital {

/// A book's tags and chapters as comments of the form "NAME=value" (Ogg Vorbis I format specification,
/// comment field and header specification; chapters by its VorbisComment chapter extension), for the formats
/// of Xiph. Times are rounded to milliseconds. Chapter numbers have three digits: chapters after the 999th
/// have no mark. `picture` is the cover, if it has to be stored as a comment; FLAC has a separate block for
/// it.
[[nodiscard]] std::vector<std::string> vorbis_comments(const Book& book, const Cover& picture = {});

} // namespace recital
