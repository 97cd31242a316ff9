// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book.h"
#include "studio/production.h"
#include "studio/report.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace recital {

/// Names the subtitles of every file of the report, which stand beside it: NAME.vtt, or where the book has
/// several formats, each with times of its own, NAME.m4b.vtt. `kinds` are some of `subtitle_kinds`.
void name_subtitles(BookReport& report, const std::vector<std::string>& kinds);

/// Writes the subtitles that the report names for the production's book in the format of that number, and for
/// the files of its chapters. Throws an `output` error.
void write_subtitles(const Production& production, std::size_t format, const TakeLoader& load,
                     const FileReport& report);

} // namespace recital
