// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// A word and the time in which it is heard, in seconds.
struct SubtitleWord {
    double start = 0;
    double end = 0;
    std::string text;
};

/// A cue: text and the time in which it is heard, in seconds.
struct SubtitleCue {
    double start = 0;
    std::optional<double> end;            ///< empty if the format has none (LRC)
    std::string text;                     ///< lines separated by line feeds
    std::vector<SubtitleWord> words = {}; ///< of JSON only
    bool lines_touch = false;             ///< if its lines are joined, no blank goes between them (Chinese)
};

/// Reads the cues of "vtt" (W3C WebVTT), "srt" (SubRip), "lrc" (lyrics with times) or "json" (recital's own),
/// in the order of the file; `nullopt` for a file named .json that recital did not write, since many programs
/// use that name. Throws an `input` error with the line, or the number of the sentence, if one cannot be
/// read.
[[nodiscard]] std::optional<std::vector<SubtitleCue>> parse_subtitles(std::string_view content,
                                                                      std::string_view kind);

} // namespace recital
