// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/level/loudness.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace recital {

/// A span of finished audio that is heard as silence.
struct HeardPause {
    std::uint64_t first = 0; ///< sample
    std::uint64_t last = 0;  ///< one past its last

    [[nodiscard]] std::uint64_t length() const { return last - first; }
};

/// Samples below this level, in dBFS, count as pause: the threshold of mastering, far above the room tone.
inline constexpr double pause_threshold = -50;
/// Minimum length of a pause in seconds; shorter silences are part of speech (the closure of a plosive lasts
/// up to 150 ms).
inline constexpr double min_pause = 0.2;

/// Finds the pauses of a signal that arrives in blocks: all spans of `min_pause` and more in which every
/// sample is below `pause_threshold`.
class PauseFinder {
public:
    /// `rate` in Hz.
    explicit PauseFinder(int rate);

    void add(std::span<const float> samples);

    /// All pauses so far, in order, including one that has not ended yet.
    [[nodiscard]] std::vector<HeardPause> pauses() const;

private:
    [[nodiscard]] bool is_long(std::uint64_t first, std::uint64_t last) const { return last - first >= min_; }

    float threshold_;
    std::uint64_t min_; ///< samples
    std::uint64_t position_ = 0;
    std::uint64_t quiet_since_ = 0; ///< one past the last audible sample
    std::vector<HeardPause> pauses_;
};

/// Measures the level of the quietest half second of a signal, in steps of 10 ms.
class FloorMeter {
public:
    /// `rate` in Hz.
    explicit FloorMeter(int rate);

    void add(std::span<const float> samples);

    /// RMS in dBFS; minus infinity for digital silence, not a number if there was less than half a second.
    [[nodiscard]] double floor() const;

private:
    static constexpr std::size_t window_steps = 50;

    void close_step();

    std::size_t step_samples_;
    std::size_t filled_ = 0;                    ///< samples of the step that is being filled
    double energy_ = 0;                         ///< of that step
    std::array<double, window_steps> window_{}; ///< energies of the last half second, in a ring
    std::uint64_t steps_ = 0;
    double min_ = std::numeric_limits<double>::infinity();
};

/// Measurements of a span of audio. Levels of silence are minus infinity.
struct SoundMeasures {
    std::uint64_t samples = 0;
    double loudness = 0;  ///< gated (EBU R 128), LUFS
    double true_peak = 0; ///< dBTP
    double rms = 0;       ///< of everything, pauses included, dBFS
    double floor = 0;     ///< see FloorMeter
    std::vector<HeardPause> pauses;

    /// Median and longest pause in samples, 0 if there is none.
    [[nodiscard]] std::uint64_t median_pause() const;
    [[nodiscard]] std::uint64_t longest_pause() const;
    /// Share of the time that is pause, 0 to 1.
    [[nodiscard]] double pause_share() const;
};

/// Measures finished mono audio of any length, block by block; memory grows only with the number of pauses.
class SoundMeter {
public:
    /// `rate` in Hz. Throws an `engine` error if the meters do not support it.
    explicit SoundMeter(int rate);

    void add(std::span<const float> samples);

    [[nodiscard]] SoundMeasures measures() const;

private:
    LoudnessMeter loudness_;
    PauseFinder pauses_;
    FloorMeter floor_;
    std::uint64_t samples_ = 0;
    double energy_ = 0;
};

} // namespace recital
