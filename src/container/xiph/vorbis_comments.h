// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/book.h"

#include <string>
#include <vector>

namespace recital {

/// A book's tags and chapters as "NAME=value" (Ogg Vorbis I format specification, comment field and header
/// specification; chapters by its VorbisComment chapter extension), for the formats of Xiph. Times are
/// rounded to milliseconds. There are numbers for 999 chapters only: those after have no mark. `picture` is
/// the cover where it has to be a comment; FLAC has a block of its own for it and gives none.
[[nodiscard]] std::vector<std::string> vorbis_comments(const Book& book, const Cover& picture = {});

} // namespace recital
