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

/// Mastering settings shared by all passages of a book. Passages are mastered independently of each other.
struct MasteringSettings {
    PauseSettings pauses;   ///< used for the pauses inside utterances
    double room_tone = -80; ///< RMS of the noise that is added to everything, dBFS
    int rate = 24000;       ///< of the delivered audio, Hz
    std::size_t frame_samples =
        1;               ///< samples in a frame of the codec: every passage is a whole number of frames
    double gain = 0;     ///< dB, from calibration
    double ceiling = -3; ///< of the limiter, dBTP
};

/// Samples [first, last) of a passage: from the first sample above -50 dBFS to one past the last.
struct SampleRange {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
};

/// A word's time and its place in the spoken form of its sentence, in code points.
struct WordTime {
    std::uint64_t first_sample = 0;
    std::uint32_t text_position = 0;
    std::uint16_t text_length = 0;
    std::uint16_t sentence = 0; ///< index into MasteredPassage::sentences
};

/// A finished passage: mono, at the delivered rate, full scale 1.0.
struct MasteredPassage {
    std::vector<float> samples; ///< a whole number of frames
    std::vector<SampleRange> sentences;
    std::vector<WordTime> words;
    GainReductionStats limiter;
};

/// Turns the prepared utterances of one passage into finished audio: applies the gain and the limiter, places
/// the clauses with the profile's pauses over room tone, and closes with a pause that fills the last codec
/// frame. A passage begins with frames of pause (20 ms or more) and ends with at least two, so that it can be
/// spliced.
class MasteringChain {
public:
    explicit MasteringChain(const MasteringSettings& settings);

    /// Appends an utterance, prepared for the rate of the settings, to the passage, `pause` seconds after the
    /// previous one; ignored for the first. `level` in dB is added to the gain.
    void add(const PreparedUtterance& utterance, double pause, double level = 0);

    /// Returns the passage, closed by a pause of `pause` seconds up to the first word of the next passage,
    /// and resets the chain. Without utterances the passage is only a pause. `seed` determines the noise.
    [[nodiscard]] MasteredPassage finish(double pause, std::uint64_t seed);

private:
    /// Appends a clause to the open sentence, `pause` samples after the end of the previous one. Returns its
    /// first sample.
    std::size_t append(const PreparedClause& clause, std::size_t pause, float gain);
    void close(double pause);

    MasteringSettings settings_;
    TruePeakLimiter limiter_;
    std::size_t opening_; ///< samples of pause at the start of a passage
    MasteredPassage passage_;
    std::size_t quiet_end_ = 0; ///< samples at the end of the last utterance that already count as pause
};

} // namespace recital
