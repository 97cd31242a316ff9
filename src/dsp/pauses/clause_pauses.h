// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/pauses/silence.h"
#include "speech/engine/utterance.h"
#include "speech/voice/voice.h"

#include <cstddef>
#include <span>
#include <vector>

namespace recital {

/// A span of speech between two pauses, in samples of its utterance: from the first that is heard to after
/// the last.
struct ClauseSpan {
    std::size_t first = 0;
    std::size_t last = 0;
    char32_t mark = 0; ///< what closes it, as in ClauseEnd; of the last clause none
};

/// Finds where an utterance of `count` samples is heard: split where the engine paused at the end of a
/// clause, without the silence at its ends, whose length the engine varies. Where no silence is found near
/// the end of a clause, the clauses on either side stay one. Empty if nothing is heard. `rate` in Hz.
[[nodiscard]] std::vector<ClauseSpan> find_clauses(std::size_t count, std::span<const Silence> silences,
                                                   std::span<const ClauseEnd> ends, int rate);

/// The pause that the profile puts after a clause with that mark, in seconds.
[[nodiscard]] double pause_after(char32_t mark, const PauseSettings& pauses);

} // namespace recital
