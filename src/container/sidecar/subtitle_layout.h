// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/sidecar/subtitles.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace recital {

/// Limits that broadcasters require of subtitles: two lines of 42 characters, on screen for at most 7 s.
constexpr std::size_t subtitle_columns = 42;
constexpr double subtitle_seconds = 7;

/// A word of a sentence as shown.
struct TimedWord {
    std::string text;
    bool spaced = false; ///< whether a blank precedes it
    bool said = true;    ///< for an unspoken word start and end are equal
    double start = 0;    ///< seconds
    double end = 0;      ///< seconds; not after the start of the next
};

/// Splits a sentence into cues within these limits: as few as possible, preferably at punctuation, with two
/// lines of similar length. `end` is the time, in seconds, at which the sentence ends.
[[nodiscard]] std::vector<SubtitleCue> lay_out_cues(std::span<const TimedWord> words, double end);

} // namespace recital
