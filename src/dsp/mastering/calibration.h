// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/mastering/mastering.h"

#include <limits>
#include <span>

namespace recital {

/// What is known of a voice's level, both in steps of 0.01.
struct VoiceLevel {
    double gain = 0; ///< dB, that brings levelled utterances to the target
    /// Of its utterances before any gain, in LUFS; see levelling(). Minus infinity: they are not levelled.
    double reference_loudness = -std::numeric_limits<double>::infinity();
};

/// The level at which the utterances come to `target`, in loudness or RMS, after the limiter of `settings`
/// (whose own gain is ignored). They are prepared for the rate of `settings`; `pause` in seconds is between
/// them. Throws an `engine` error if the utterances are silent.
[[nodiscard]] VoiceLevel calibrate_level(std::span<const PreparedUtterance> utterances, double pause,
                                         const LoudnessSettings& target, MasteringSettings settings);

} // namespace recital
