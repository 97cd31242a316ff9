// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/filters/biquad.h"
#include "speech/voice/voice.h"

#include <array>
#include <span>

namespace recital {

/// All-pass sections that spread the pulses of a synthetic voice, whose partials all peak at the same time,
/// over a few milliseconds. The spectrum does not change, but peaks become about 2 dB lower, which the
/// limiter then does not need to reduce (M. R. Schroeder, "Synthesis of low-peak-factor signals and binary
/// sequences with low autocorrelation", IEEE Trans. Inf. Theory 16, 1970; broadcasters' "phase rotator").
/// `rate` in Hz.
[[nodiscard]] std::array<BiquadCoefficients, 4> phase_rotator_sections(int rate);

/// All filters for an utterance. A high-pass at `high_pass` removes offset and rumble: a second-order
/// Butterworth filter applied forward and backward, which has the magnitude of a fourth-order Linkwitz-Riley
/// filter (-6 dB at its frequency) and zero phase; a causal filter would tilt the pulses of a voice and raise
/// their peaks. Then the phase rotator spreads the pulses, and a shelf attenuates the treble.
class VoiceFilter {
public:
    /// `rate` in Hz.
    VoiceFilter(const SoundSettings& sound, int rate);

    /// Filters a complete signal in place, as if its first and last values continued forever.
    void process(std::span<float> samples) const;

private:
    BiquadCoefficients high_pass_;
    std::array<BiquadCoefficients, 4> rotator_;
    BiquadCoefficients shelf_;
};

} // namespace recital
