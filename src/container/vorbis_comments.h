// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book.h"

#include <string>
#include <vector>

namespace recital {

/// A book's tags and chapters as "NAME=value" (Ogg Vorbis I format specification, comment field and header
/// specification; chapters by its VorbisComment chapter extension), for the formats of Xiph. Times are
/// rounded to milliseconds. There are numbers for 999 chapters only: those behind have no mark.
[[nodiscard]] std::vector<std::string> vorbis_comments(const Book& book);

} // namespace recital
