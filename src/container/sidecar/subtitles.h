// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
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

} // namespace recital
