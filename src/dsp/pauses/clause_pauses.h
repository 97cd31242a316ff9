// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/pauses/silence.h"
#include "speech/engine/utterance.h"
#include "speech/voice/voice.h"

#include <cstddef>
#include <span>
#include <vector>

namespace recital {

/// A span of speech between two pauses, in samples of its utterance: from the first audible sample to one
/// past the last.
struct ClauseSpan {
    std::size_t first = 0;
    std::size_t last = 0;
    char32_t mark = 0; ///< the mark that closes it, as in ClauseEnd; 0 for the last clause
};

/// Finds the audible clauses of an utterance of `count` samples: split where the engine paused at the end of
/// a clause, without the silence at either end, whose length varies. If no silence is found near the end of a
/// clause, it is not separated from the next one. Empty if nothing is heard. `rate` in Hz.
[[nodiscard]] std::vector<ClauseSpan> find_clauses(std::size_t count, std::span<const Silence> silences,
                                                   std::span<const ClauseEnd> ends, int rate);

/// The profile's pause after a clause with that mark, in seconds.
[[nodiscard]] double pause_after(char32_t mark, const PauseSettings& pauses);

} // namespace recital
