// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/sidecar/subtitle_layout.h"
#include "dsp/mastering/mastering.h"
#include "text/script/script.h"

#include <span>
#include <vector>

namespace recital {

/// The written words of a sentence with the times at which they are heard, in seconds; `start` is the time at
/// which the sentence's take starts. `words` are the word times of the sentence, in order, and `heard` is its
/// range, both in samples of the take at `rate` Hz. A word lasts until the next one begins. If the engine
/// speaks several words as one, they share its time in proportion to the length of their spoken forms.
[[nodiscard]] std::vector<TimedWord> time_words(const Sentence& sentence, std::span<const WordTime> words,
                                                const SampleRange& heard, int rate, double start);

} // namespace recital
