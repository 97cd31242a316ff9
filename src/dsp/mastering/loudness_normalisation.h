// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/mastering/resampling_stage.h"

#include <span>

namespace recital {

/// How loud a voice's prepared utterances are as a whole, in LUFS; minus infinity if they are silent.
[[nodiscard]] double reference_loudness(std::span<const PreparedUtterance> utterances);

/// The dB that bring an utterance from its own loudness to the voice's usual one. An engine is louder in some
/// sentences, and in some languages, than in others, for no reason that a listener would hear in it. What a
/// short utterance is made of says less of how loud it seems: it keeps more of its difference.
[[nodiscard]] double loudness_normalisation_gain(const PreparedUtterance& utterance,
                                                 double reference_loudness);

} // namespace recital
