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
    char32_t mark = 0; ///< what closes it, as in ClauseEnd; of the last clause none
};

/// A word's place in the clauses of its utterance.
struct PreparedWord {
    std::size_t clause = 0; ///< index into PreparedUtterance::clauses
    std::size_t offset = 0; ///< samples from the start of the clause
    SpokenWord spoken;      ///< what of the text it is
};

/// An utterance without the engine's pauses, ready for the gain and the pauses of a profile.
struct PreparedUtterance {
    std::vector<PreparedClause> clauses; ///< none if nothing is heard
    std::vector<PreparedWord> words;
    double seconds = 0; ///< of its clauses
    /// Gated, of its clauses with pauses around them, up to about 4 kHz, in LUFS; minus infinity for silence.
    double loudness = -std::numeric_limits<double>::infinity();
};

/// The part of the mastering that knows neither pauses nor loudness: filters and resamples an utterance,
/// silences its silences, fades what is between them and parts it at its clauses.
class ResamplingStage {
public:
    /// Rates in Hz. `gain` is about the gain in dB that speech will have: fades go down to what is heard
    /// then.
    ResamplingStage(const SoundSettings& sound, int input_rate, int rate, double gain);

    [[nodiscard]] PreparedUtterance prepare(const Utterance& utterance);

private:
    int rate_;
    double ratio_; ///< of delivered to input samples
    double gain_;  ///< dB
    VoiceFilter filter_;
    Resampler resampler_;
};

} // namespace recital
