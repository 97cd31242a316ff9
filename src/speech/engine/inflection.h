// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speech/voice/voice.h"
#include "text/script/script.h"

#include <cstddef>
#include <vector>

namespace recital {

/// From byte `begin` on the voice speaks at this rate and pitch.
struct VoiceChange {
    std::size_t begin = 0; ///< bytes in the spoken form, where a word begins
    double rate = 1;       ///< times the rate of the sentence
    double pitch = 0;      ///< added to its pitch
};

/// Where the voice changes inside a sentence, in order: at stressed words, quotations and foreign names, as
/// set in the profile, and after each, where the next word begins. Overlapping changes add up.
[[nodiscard]] std::vector<VoiceChange> inflect(const SpokenForm& form, const Voice& voice);

} // namespace recital
