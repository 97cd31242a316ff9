// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sound/biquad.h"

#include <array>
#include <span>

namespace recital {

/// Takes the offset and everything below speech out of an utterance. A second-order Butterworth high-pass
/// runs forward and backward, which gives the magnitude of a Linkwitz-Riley filter of fourth order (6 dB down
/// at its frequency) and no phase: a causal high-pass tilts the pulses of a voice and raises their peaks.
class RumbleFilter {
public:
    /// `frequency` and `rate` in Hz.
    RumbleFilter(double frequency, int rate);

    /// Filters a whole signal in place, as if its first and last values went on for ever.
    void process(std::span<float> samples) const;

private:
    BiquadCoefficients section_;
};

/// Spreads the pulses of a synthetic voice, whose partials all peak at once, over a few milliseconds: a
/// cascade of all-pass sections changes nothing of the spectrum and takes about 2 dB from the peaks, which
/// the limiter need then not take (M. R. Schroeder, "Synthesis of low-peak-factor signals and binary
/// sequences with low autocorrelation", IEEE Trans. Inf. Theory 16, 1970; broadcasters' "phase rotator").
class PhaseRotator {
public:
    explicit PhaseRotator(int rate);

    /// Filters a whole signal in place, from rest.
    void process(std::span<float> samples) const;

private:
    /// Found by a search over the cascades that fit on speech of these voices (frequency in Hz, quality).
    static constexpr std::array<std::array<double, 2>, 4> sections{
        {{218, 0.79}, {298, 0.64}, {338, 0.98}, {411, 0.84}}};

    std::array<BiquadCoefficients, sections.size()> coefficients_;
};

/// Softens what is sharp in a voice: turns down everything above `frequency`.
class TrebleShelf {
public:
    /// `gain` in dB, 0 or below; `frequency` and `rate` in Hz.
    TrebleShelf(double frequency, double gain, int rate);

    /// Filters a whole signal in place, from rest.
    void process(std::span<float> samples) const;

private:
    BiquadCoefficients section_;
};

} // namespace recital
