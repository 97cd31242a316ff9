// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/mastering/loudness_normalisation.h"

#include "dsp/level/decibel.h"

#include <algorithm>
#include <cmath>

namespace recital {

double reference_loudness(std::span<const PreparedUtterance> utterances) {
    double energy = 0;
    double seconds = 0;
    for (const PreparedUtterance& utterance : utterances) {
        if (std::isfinite(utterance.loudness)) {
            const double amplitude = from_decibel(utterance.loudness);
            energy += amplitude * amplitude * utterance.seconds;
            seconds += utterance.seconds;
        }
    }
    return to_decibel(std::sqrt(energy / std::max(seconds, 1e-9)));
}

double loudness_normalisation_gain(const PreparedUtterance& utterance, double reference_loudness) {
    constexpr double half_levelled_seconds = 0.5; // of speech: by then half of its difference is taken away
    constexpr double max = 6;                     // dB
    if (!std::isfinite(utterance.loudness) || !std::isfinite(reference_loudness)) {
        return 0;
    }
    const double share = utterance.seconds / (utterance.seconds + half_levelled_seconds);
    return std::clamp(share * (reference_loudness - utterance.loudness), -max, max);
}

} // namespace recital
