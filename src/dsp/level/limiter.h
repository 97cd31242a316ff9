// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace recital {

/// What a limiter did to one signal.
struct GainReductionStats {
    double max_gain_reduction = 0;       ///< dB, positive
    std::uint64_t samples_over_3_db = 0; ///< number of samples reduced by more than 3 dB

    /// Adds the statistics of another signal.
    GainReductionStats& operator+=(const GainReductionStats& other);
};

/// Look-ahead true-peak limiter. The envelope is the signal oversampled four times by a windowed sinc (the
/// estimate of ITU-R BS.1770-4, annex 2, with a longer filter), its peaks refined by a parabola through the
/// three points around each (J. O. Smith, "Spectral Audio Signal Processing", quadratic interpolation of
/// peaks), which cuts the error at a quarter of the rate from 0.17 dB to below 0.01; the gain is the sliding
/// minimum of the gains that the envelope requires, released exponentially and smoothed by a mean over the
/// look-ahead, so that it never exceeds the gain that any peak requires.
class TruePeakLimiter {
public:
    /// `rate` in Hz; `ceiling` in dBTP, below 0.
    TruePeakLimiter(int rate, double ceiling);

    /// Limits a complete signal in place.
    GainReductionStats process(std::span<float> samples) const; // NOLINT(modernize-use-nodiscard)

private:
    /// The gains that the peaks require, held over the look-ahead before each; empty if nothing exceeds the
    /// ceiling.
    [[nodiscard]] std::vector<float> held_gain(std::span<const float> samples) const;

    float ceiling_;
    std::size_t look_ahead_; ///< samples
    float release_;          ///< share of the way back to 1 that the gain takes per sample
};

/// Highest absolute value of the signal between and on its samples, by the limiter's own oversampling;
/// linear.
[[nodiscard]] double true_peak_of(std::span<const float> samples);

} // namespace recital
