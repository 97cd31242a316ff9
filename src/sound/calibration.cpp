// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/calibration.h"

#include "base/error.h"
#include "sound/loudness.h"

#include <algorithm>
#include <cmath>

namespace recital {

namespace {

/// Loudness of the utterances behind the mastering chain, in LUFS.
double mastered_loudness(std::span<const PreparedUtterance> utterances, double pause,
                         const MasteringSettings& settings) {
    MasteringChain chain(settings);
    for (const PreparedUtterance& utterance : utterances) {
        chain.add(utterance, pause);
    }
    LoudnessMeter meter(settings.rate);
    meter.add(chain.finish(pause, 0).samples);
    return meter.integrated();
}

} // namespace

double calibrate_gain(std::span<const PreparedUtterance> utterances, double pause, double target,
                      MasteringSettings settings) {
    constexpr int most_rounds = 6;
    constexpr double good_enough = 0.03;
    settings.gain = 0;
    double slope = 1; // dB of loudness for a dB of gain: less than 1 once the limiter takes a part of it back
    double missing = 0;
    for (int round = 0; round < most_rounds; ++round) {
        const double now_missing = target - mastered_loudness(utterances, pause, settings);
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
