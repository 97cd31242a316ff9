// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sound/mastering.h"

#include <span>

namespace recital {

/// The gain in dB, in steps of 0.01, that brings the utterances to `target`, in loudness or RMS, behind the
/// limiter of `settings` (whose own gain is ignored). They are prepared for the rate of `settings`; `pause`
/// in seconds stands between them. Paragraphs of one voice differ by a few tenths of a dB, so one gain for a
/// voice keeps a whole book even. Throws an `engine` error where the utterances are silent.
[[nodiscard]] double calibrate_gain(std::span<const PreparedUtterance> utterances, double pause,
                                    const LoudnessSettings& target, MasteringSettings settings);

} // namespace recital
