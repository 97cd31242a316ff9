// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/filters/resampler.h"
#include "dsp/filters/voice_filter.h"
#include "speech/engine/utterance.h"
#include "speech/voice/voice.h"

#include <cstddef>
#include <limits>
#include <vector>

namespace recital {

/// A span of speech between two pauses of the engine, at the delivered rate, full scale 1.0. Both ends are
/// faded to silence.
struct PreparedClause {
    std::vector<float> samples;
    char32_t mark = 0; ///< the mark that closes it, as in ClauseEnd; 0 for the last clause
};

/// A word's place in the clauses of its utterance.
struct PreparedWord {
    std::size_t clause = 0; ///< index into PreparedUtterance::clauses
    std::size_t offset = 0; ///< samples from the start of the clause
    SpokenWord spoken;      ///< its place in the text
};

/// An utterance without the engine's pauses, ready for the gain and the pauses of a profile.
struct PreparedUtterance {
    std::vector<PreparedClause> clauses; ///< empty if nothing is heard
    std::vector<PreparedWord> words;
    double seconds = 0; ///< total length of its clauses
    /// Gated loudness of its clauses with pauses around them, up to about 4 kHz, in LUFS; minus infinity
    /// for silence.
    double loudness = -std::numeric_limits<double>::infinity();
};

/// The part of mastering that is independent of pauses and loudness: filters and resamples an utterance,
/// replaces silences by digital silence, fades the speech between them and splits it at its clauses.
class ResamplingStage {
public:
    /// Rates in Hz. `gain` is the approximate gain in dB that will be applied later: fades end below the
    /// level that is audible with it.
    ResamplingStage(const SoundSettings& sound, int input_rate, int rate, double gain);

    /// Prepares one utterance. Throws an `engine` error if resampling fails.
    [[nodiscard]] PreparedUtterance prepare(const Utterance& utterance);

private:
    int rate_;
    double ratio_; ///< of delivered to input samples
    double gain_;  ///< dB
    VoiceFilter filter_;
    Resampler resampler_;
};

} // namespace recital
