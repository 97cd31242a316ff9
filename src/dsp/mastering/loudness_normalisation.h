// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/mastering/resampling_stage.h"

#include <span>

namespace recital {

/// The loudness of all of a voice's prepared utterances together, in LUFS; minus infinity if they are silent.
[[nodiscard]] double reference_loudness(std::span<const PreparedUtterance> utterances);

/// The gain in dB that brings an utterance from its own loudness to the voice's reference loudness. The
/// engine speaks some sentences, and some languages, louder than others without a reason in the text. The
/// measured loudness of a short utterance is less reliable, so less of its difference is corrected.
[[nodiscard]] double loudness_normalisation_gain(const PreparedUtterance& utterance,
                                                 double reference_loudness);

} // namespace recital
