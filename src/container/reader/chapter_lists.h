// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/chapter_mark.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// The chapters in one chapter list of a file; a file may have several lists.
struct ChapterList {
    std::string name; ///< of the list, for messages: "QuickTime track"
    std::vector<ChapterMark> chapters;
};

/// Parses a Nero chapter list: the content of the `chpl` box after its version and flags. Throws an `input`
/// error if it ends too early.
[[nodiscard]] std::vector<ChapterMark> parse_nero_chapters(std::string_view content);

/// Parses the chapters of a WAVE file: its `cue ` chunk and, for the titles, its `LIST` chunks of type
/// `adtl`, each without its header. `rate` in Hz. Throws an `input` error if one ends too early.
[[nodiscard]] std::vector<ChapterMark> parse_wave_chapters(std::string_view cue,
                                                           const std::vector<std::string>& lists, int rate);

} // namespace recital
