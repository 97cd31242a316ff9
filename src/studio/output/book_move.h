// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/files/claim.h"
#include "container/book/origin.h"
#include "studio/planning/book_names.h"

#include <filesystem>
#include <vector>

namespace recital {

/// Renames a book's files with everything that belongs to it: its files in all formats, its subtitles, and
/// the folder of its chapters with their playlists and subtitles. Only files of recital's about the same
/// person as `origin` are renamed, and none is replaced: returns those that keep their names because the new
/// ones are taken. Throws an `output` error.
std::vector<std::filesystem::path> move_book(const BookStems& from, const BookStems& to,
                                             const BookOrigin& origin,
                                             ClaimCalls& calls = ClaimCalls::system());

} // namespace recital
