// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/job/report.h"

#include <filesystem>
#include <string>
#include <vector>

namespace recital {

/// Names the subtitles of every file of the report, which stand beside it: NAME.vtt, or where the book has
/// several formats, each with times of its own, NAME.m4b.vtt. `kinds` are names of publications.
void name_subtitles(BookReport& report, const std::vector<std::string>& kinds);

/// Every name that subtitles of a book's file can have beside it.
[[nodiscard]] std::vector<std::filesystem::path> possible_subtitles(const std::filesystem::path& file);

/// Whether this program wrote the subtitles of `book`. A SubRip file says nothing of its making and counts as
/// ours beside a book of ours.
[[nodiscard]] bool are_subtitles_of_recital(const std::filesystem::path& subtitles,
                                            const std::filesystem::path& book);

} // namespace recital
