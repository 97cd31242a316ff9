// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/mastering/mastering.h"

namespace recital {

inline constexpr int input_rate = 22050; ///< of utterances, in Hz

/// The utterance as the chain with the usual settings takes it.
inline PreparedUtterance prepared(const Utterance& utterance) {
    return ResamplingStage(SoundSettings(), input_rate, MasteringSettings().rate, 0).prepare(utterance);
}

} // namespace recital
