// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/calibration.h"

#include "base/error.h"
#include "sound/loudness.h"

#include <algorithm>
#include <cmath>

namespace recital {

namespace {

/// Loudness of the utterances behind the mastering chain, in LUFS.
double mastered_loudness(std::span<const Utterance> utterances, double pause,
                         const MasteringSettings& settings, int input_rate) {
    MasteringChain chain(settings, input_rate);
    for (const Utterance& utterance : utterances) {
        chain.add(utterance, pause);
    }
    LoudnessMeter meter(input_rate);
    meter.add(chain.finish(pause, 0).samples);
    return meter.integrated();
}

} // namespace

double calibrate_gain(std::span<const Utterance> utterances, double pause, double target,
                      MasteringSettings settings, int input_rate) {
    constexpr int most_rounds = 6;
    constexpr double good_enough = 0.03;
    // Loudness is measured at the engine's own rate: resampling costs most and changes nothing that the meter
    // hears.
    settings.rate = input_rate;
    settings.frame_samples = 1;
    settings.gain = 0;
    double slope = 1; // dB of loudness for a dB of gain: less than 1 once the limiter takes a part of it back
    double missing = 0;
    for (int round = 0; round < most_rounds; ++round) {
        const double now_missing = target - mastered_loudness(utterances, pause, settings, input_rate);
        if (!std::isfinite(now_missing)) {
            throw Error(ErrorKind::engine, "the voice is silent: its loudness cannot be set");
        }
        if (round > 0) {
            const double step = missing / slope;
            slope = std::clamp((missing - now_missing) / step, 0.25, 1.0);
        }
        missing = now_missing;
        if (std::abs(missing) < good_enough) {
            break;
        }
        settings.gain += missing / slope;
    }
    return std::round(settings.gain * 100) / 100;
}

} // namespace recital
