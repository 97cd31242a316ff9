// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// A word with the time in which it is heard, in seconds.
struct SubtitleWord {
    double start = 0;
    double end = 0;
    std::string text;
};

/// A line of text with the time in which it is heard, in seconds.
struct SubtitleCue {
    double start = 0;
    std::optional<double> end;            ///< nothing where the format has none (LRC)
    std::string text;                     ///< lines parted by line feeds
    std::vector<SubtitleWord> words = {}; ///< of JSON alone
    bool lines_touch = false;             ///< in one line, no blank would part its lines (Chinese)
};

/// Reads the cues of "vtt" (W3C WebVTT), "srt" (SubRip), "lrc" (lyrics with times) or "json" (a list of
/// objects with `start` and `end` in seconds, `text` and `words` like themselves, by itself, as `sentences`
/// or as another member of an object; none where there is no such list), in the order in which they stand.
/// Throws an `input` error with the line where one cannot be read.
[[nodiscard]] std::vector<SubtitleCue> parse_subtitles(std::string_view content, std::string_view kind);

} // namespace recital
