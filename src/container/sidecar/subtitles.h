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
    std::optional<double> end;            ///< nothing if the format has none (LRC)
    std::string text;                     ///< lines separated by line feeds
    std::vector<SubtitleWord> words = {}; ///< of JSON alone
    bool lines_touch = false;             ///< in one line, no blank would part its lines (Chinese)
};

/// Reads the cues of "vtt" (W3C WebVTT), "srt" (SubRip), "lrc" (lyrics with times) or "json" (recital's own),
/// in their order in the file; nothing if it is JSON, or something called so, that recital did not make: many
/// things are kept under that name. Throws an `input` error with the line, or the number of the sentence, if
/// one cannot be read.
[[nodiscard]] std::optional<std::vector<SubtitleCue>> parse_subtitles(std::string_view content,
                                                                      std::string_view kind);

} // namespace recital
