// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace recital {

/// Whether this program made the file: a book, the file of a chapter, subtitles or a playlist. Only files
/// whose names are those of such files are opened. SubRip cannot say who wrote it: it counts if a book of
/// this program with the same name is beside it.
[[nodiscard]] bool is_own_output(const std::filesystem::path& file);

} // namespace recital
