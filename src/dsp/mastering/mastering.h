// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/level/limiter.h"
#include "dsp/mastering/resampling_stage.h"
#include "speech/voice/voice.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace recital {

/// What the mastering of one book has in common. Its passages need not know of each other.
struct MasteringSettings {
    PauseSettings pauses;          ///< those inside utterances are taken from here
    double room_tone = -80;        ///< RMS of the noise under everything, in dBFS
    int rate = 24000;              ///< of the delivered sound, Hz
    std::size_t frame_samples = 1; ///< the codec's frame: every passage is a whole number of these
    double gain = 0;               ///< dB, from calibration
    double ceiling = -3;           ///< of the limiter, dBTP
};

/// Samples [first, last) of a passage, from the first to after the last that is above -50 dBFS.
struct SampleRange {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
};

/// A word's time and its place in the spoken text of its sentence (in characters).
struct WordTime {
    std::uint64_t first_sample = 0;
    std::uint32_t text_position = 0;
    std::uint16_t text_length = 0;
    std::uint16_t sentence = 0; ///< index into MasteredPassage::sentences
};

/// A passage as it will be heard: mono, at the delivered rate, full scale 1.0.
struct MasteredPassage {
    std::vector<float> samples; ///< a whole number of frames
    std::vector<SampleRange> sentences;
    std::vector<WordTime> words;
    GainReductionStats limiter;
};

/// Turns the prepared utterances of one passage into finished sound: sets the gain, limits, lays the clauses
/// out with the profile's pauses over room tone, and closes with a pause that fills whole codec frames. A
/// passage begins with frames of pause (20 ms or more) and ends with at least two, so that it can be spliced.
class MasteringChain {
public:
    explicit MasteringChain(const MasteringSettings& settings);

    /// Appends an utterance, prepared for the rate of the settings, to the passage, `pause` seconds after the
    /// one before it; the first one's is ignored. `level` in dB is added to the gain, for an utterance of
    /// another voice.
    void add(const PreparedUtterance& utterance, double pause, double level = 0);

    /// The passage, closed by `pause` seconds up to the first word of what follows; the chain is then ready
    /// for the next one. Without utterances it is a pause alone. `seed` chooses the noise.
    [[nodiscard]] MasteredPassage finish(double pause, std::uint64_t seed);

private:
    /// Appends a clause to the open sentence, `pause` samples after what is heard so far. Returns its first
    /// sample.
    std::size_t append(const PreparedClause& clause, std::size_t pause, float gain);
    void close(double pause);

    MasteringSettings settings_;
    TruePeakLimiter limiter_;
    std::size_t opening_; ///< samples of pause that a passage begins with
    MasteredPassage passage_;
    std::size_t quiet_end_ = 0; ///< samples of the last utterance that are already pause
};

} // namespace recital
