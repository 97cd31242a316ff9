// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/calibration.h"

#include "base/error.h"
#include "sound/loudness.h"

#include <cmath>
#include <vector>

namespace recital {

double calibrate_gain(std::span<const Utterance> utterances, double pause, double target,
                      MasteringSettings settings, int input_rate) {
    constexpr int most_rounds = 5; // each closes most of the gap: the limiter takes back only a part of what is added
    constexpr double good_enough = 0.02;
    // Loudness is measured at the engine's own rate: resampling costs most and changes nothing that the meter hears.
    settings.rate = input_rate;
    settings.frame_samples = 1;
    settings.gain = 0;
    const std::vector<double> pauses(utterances.size(), pause);
    for (int round = 0; round < most_rounds; ++round) {
        const MasteredPassage passage = MasteringChain(settings, input_rate).process(utterances, pauses, 0);
        LoudnessMeter meter(input_rate);
        meter.add(passage.samples);
        const double missing = target - meter.integrated();
        if (!std::isfinite(missing)) {
            throw Error(ErrorKind::engine, "the voice is silent: its loudness cannot be set");
        }
        settings.gain += missing;
        if (std::abs(missing) < good_enough) {
            break;
        }
    }
    return std::round(settings.gain * 100) / 100;
}

} // namespace recital
