// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/book/chapter_mark.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// The chapters of a file as one of its lists states them; a file may have several.
struct ChapterList {
    std::string name; ///< of the list, for messages: "QuickTime track"
    std::vector<ChapterMark> chapters;
};

/// The chapters of Nero's list: the content of the `chpl` box after its version and flags. Throws an `input`
/// error if it ends too early.
[[nodiscard]] std::vector<ChapterMark> parse_nero_chapters(std::string_view content);

/// The chapters of a WAVE file: its `cue ` chunk, and its `LIST` chunks of type `adtl` with the titles, each
/// without their headers. `rate` in Hz. Throws an `input` error if one ends too early.
[[nodiscard]] std::vector<ChapterMark> parse_wave_chapters(std::string_view cue,
                                                           const std::vector<std::string>& lists, int rate);

} // namespace recital
