// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/book.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace recital {

/// An M3U playlist in UTF-8 (syntax: RFC 8216, 4.1; #PLAYLIST is a common extension) of the chapter files in
/// the same folder; `names` has one file name per chapter.
[[nodiscard]] std::string playlist(const Book& book, std::span<const std::filesystem::path> names);

/// The names of the files that a playlist lists, in order, as written in it.
[[nodiscard]] std::vector<std::string> read_playlist_names(const std::filesystem::path& path);

/// The name of the application that wrote a playlist, as stated in a comment; empty for any other file.
[[nodiscard]] std::string read_playlist_application(const std::filesystem::path& path);

} // namespace recital
