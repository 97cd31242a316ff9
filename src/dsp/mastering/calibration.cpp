// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/mastering/calibration.h"

#include "base/error.h"
#include "dsp/level/decibel.h"
#include "dsp/level/loudness.h"
#include "dsp/mastering/loudness_normalisation.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <vector>

namespace recital {

namespace {

double rms_of(std::span<const float> samples) {
    const double energy =
        std::transform_reduce(samples.begin(), samples.end(), 0.0, std::plus<>(), [](float sample) {
            return static_cast<double>(sample) * static_cast<double>(sample);
        });
    return to_decibel(std::sqrt(energy / static_cast<double>(samples.size())));
}

double to_hundredths(double value) {
    return std::round(value * 100) / 100;
}

/// By how many dB the utterances, levelled to `usual`, are too quiet after the mastering chain.
double missing_level(std::span<const PreparedUtterance> utterances, double usual, double pause,
                     const LoudnessSettings& target, const MasteringSettings& settings) {
    MasteringChain chain(settings);
    for (const PreparedUtterance& utterance : utterances) {
        chain.add(utterance, pause, loudness_normalisation_gain(utterance, usual));
    }
    const std::vector<float> samples = chain.finish(pause, 0).samples;
    LoudnessMeter meter(settings.rate);
    meter.add(samples);
    const double loudness = meter.integrated();
    // Silence has no loudness, but room tone has an RMS.
    return target.measure == "rms" && std::isfinite(loudness) ? target.rms - rms_of(samples)
                                                              : target.integrated - loudness;
}

} // namespace

VoiceLevel calibrate_level(std::span<const PreparedUtterance> utterances, double pause,
                           const LoudnessSettings& target, MasteringSettings settings) {
    constexpr int max_rounds = 6;
    constexpr double good_enough = 0.03;
    const double usual = to_hundredths(reference_loudness(utterances));
    settings.gain = 0;
    double slope = 1; // dB of loudness for a dB of gain: less than 1 once the limiter takes a part of it back
    double missing = 0;
    for (int round = 0; round < max_rounds; ++round) {
        const double now_missing = missing_level(utterances, usual, pause, target, settings);
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
    return {to_hundredths(settings.gain), usual};
}

} // namespace recital
