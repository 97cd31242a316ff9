// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace recital {

/// A word as it was spoken.
struct SpokenWord {
    std::size_t first_sample = 0;  ///< where it begins in its utterance
    std::size_t text_position = 0; ///< in code points, from the start of the text
    std::size_t text_length = 0;   ///< in code points
};

/// Where the engine paused: after a clause, at the first sample of the one that follows, or at the end.
struct ClauseEnd {
    std::size_t sample = 0; ///< to within 20 ms
    char32_t mark =
        0; ///< mark that closes the clause in the text, see `clause_mark`; 0 for none or at the end
    std::size_t mark_position = 0; ///< in code points, from the start of the text
};

/// The speech for one spoken form as the engine made it: mono, `Engine::sample_rate`, full scale 32768.
struct Utterance {
    std::vector<std::int16_t> samples;
    std::vector<SpokenWord> words;
    std::vector<ClauseEnd> clauses;
};

} // namespace recital
