// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/filters/biquad.h"
#include "speech/voice/voice.h"

#include <array>
#include <span>

namespace recital {

/// Sections of second order that spread the pulses of a synthetic voice, whose partials all peak at once,
/// over a few milliseconds: a cascade of all-pass sections changes nothing of the spectrum and takes about 2
/// dB from the peaks, which the limiter need then not take (M. R. Schroeder, "Synthesis of low-peak-factor
/// signals and binary sequences with low autocorrelation", IEEE Trans. Inf. Theory 16, 1970; broadcasters'
/// "phase rotator"). `rate` in Hz.
[[nodiscard]] std::array<BiquadCoefficients, 4> phase_rotator_sections(int rate);

/// Everything that filters an utterance. Below `high_pass` the offset and the rumble are taken out: a
/// second-order Butterworth high-pass runs forward and backward, which gives the magnitude of a
/// Linkwitz-Riley filter of fourth order (6 dB down at its frequency) and no phase, where a causal one would
/// tilt the pulses of a voice and raise their peaks. The phase rotator then spreads the pulses, and a shelf
/// turns the treble down.
class VoiceFilter {
public:
    /// `rate` in Hz.
    VoiceFilter(const SoundSettings& sound, int rate);

    /// Filters a whole signal in place, as if its first and last values went on forever.
    void process(std::span<float> samples) const;

private:
    BiquadCoefficients high_pass_;
    std::array<BiquadCoefficients, 4> rotator_;
    BiquadCoefficients shelf_;
};

} // namespace recital
