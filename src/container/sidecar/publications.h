// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/sidecar/publication.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace recital {

/// All kinds of files with the text of a book that can be written beside it.
[[nodiscard]] std::span<const Publication* const> all_publications();

/// The kind of that name; null if there is none.
[[nodiscard]] const Publication* find_publication(std::string_view name);

/// Reads the cues of a file of that kind, see `Publication::parse`. `kind` is the name of a publication.
[[nodiscard]] std::optional<std::vector<SubtitleCue>> parse_subtitles(std::string_view content,
                                                                      std::string_view kind);

/// Whether this program wrote the file, by what it says of itself; false for SubRip, which cannot say it.
[[nodiscard]] bool are_subtitles_of_recital(const std::filesystem::path& path);

} // namespace recital
