// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/sidecar/subtitle_layout.h"
#include "dsp/mastering/mastering.h"
#include "text/script/script.h"

#include <span>
#include <vector>

namespace recital {

/// The written words of a sentence with the times at which they are heard, in seconds from `start`, that of
/// the take which speaks it. `words` are those of the sentence, in order, and `heard` where it is heard, both
/// in samples of the take, `rate` of them a second. A word lasts until the next begins. Where the engine
/// speaks several words as one, they share its time by the length of their spoken forms.
[[nodiscard]] std::vector<TimedWord> time_words(const Sentence& sentence, std::span<const WordTime> words,
                                                const SampleRange& heard, int rate, double start);

} // namespace recital
