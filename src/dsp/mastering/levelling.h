// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/mastering/preparation.h"

#include <span>

namespace recital {

/// How loud a voice's prepared utterances are as a whole, in LUFS; minus infinity where they are silent.
[[nodiscard]] double usual_loudness(std::span<const PreparedUtterance> utterances);

/// The dB that bring an utterance from its own loudness to the voice's usual one. An engine is louder in some
/// sentences, and in some languages, than in others, for no reason that a listener would hear in it. What a
/// short utterance is made of says less of how loud it seems: it keeps more of its difference.
[[nodiscard]] double levelling(const PreparedUtterance& utterance, double usual_loudness);

} // namespace recital
