// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "speech/voice/voice.h"
#include "text/script/script.h"

#include <cstddef>
#include <vector>

namespace recital {

/// From there on the voice speaks at this rate and pitch.
struct VoiceChange {
    std::size_t begin = 0; ///< bytes in the spoken form, where a word begins
    double rate = 1;       ///< times the rate of the sentence
    double pitch = 0;      ///< added to its pitch
};

/// Where the voice changes inside a sentence, in order: at stressed words, at parts that quote somebody and
/// at foreign names, as the profile sets them, and after each, where the next word begins. Where several meet
/// they add up.
[[nodiscard]] std::vector<VoiceChange> inflect(const SpokenForm& form, const Voice& voice);

} // namespace recital
