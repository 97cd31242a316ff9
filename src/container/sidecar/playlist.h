// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/book.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace recital {

/// An M3U playlist in UTF-8 (RFC 8216, 4.1, has the form; #PLAYLIST is widely known) of the chapters' own
/// files, which stand beside it: `names` has one for each.
[[nodiscard]] std::string playlist(const Book& book, std::span<const std::filesystem::path> names);

/// The files that a playlist lists, in order, as it names them.
[[nodiscard]] std::vector<std::string> read_playlist_names(const std::filesystem::path& path);

/// The writing program's name as a playlist states it in a comment; empty for any other file.
[[nodiscard]] std::string read_playlist_application(const std::filesystem::path& path);

} // namespace recital
