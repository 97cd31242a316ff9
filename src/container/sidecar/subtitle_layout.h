// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/sidecar/subtitles.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace recital {

/// The form that broadcasters ask of subtitles: two lines of 42 characters, on the screen for 7 s at most.
constexpr std::size_t subtitle_columns = 42;
constexpr double subtitle_seconds = 7;

/// A word of a sentence as it is shown.
struct TimedWord {
    std::string text;
    bool spaced = false; ///< whether a blank is before it
    bool said = true;    ///< what is not said has no time of its own: start and end are the same
    double start = 0;    ///< seconds
    double end = 0;      ///< not after the start of the next
};

/// Parts a sentence into cues of that form, as few as possible, at punctuation where there is a choice, the
/// words over two lines as evenly as they go. `end` is where the sentence ceases to be heard.
[[nodiscard]] std::vector<SubtitleCue> lay_out_cues(std::span<const TimedWord> words, double end);

} // namespace recital
