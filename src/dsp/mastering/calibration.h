// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/mastering/mastering.h"

#include <limits>
#include <span>

namespace recital {

/// The level of a voice; both values are rounded to 0.01.
struct VoiceLevel {
    double gain = 0; ///< dB, brings normalised utterances to the target
    /// Of its utterances before any gain, in LUFS; see loudness_normalisation_gain(). Minus infinity: no
    /// normalisation.
    double reference_loudness = -std::numeric_limits<double>::infinity();
};

/// Finds the level with which the utterances reach `target`, in loudness or RMS, after the limiter of
/// `settings` (whose gain is ignored). The utterances are prepared for the rate of `settings`; `pause` in
/// seconds is inserted between them. Throws an `engine` error if the utterances are silent.
[[nodiscard]] VoiceLevel calibrate_level(std::span<const PreparedUtterance> utterances, double pause,
                                         const LoudnessSettings& target, MasteringSettings settings);

} // namespace recital
