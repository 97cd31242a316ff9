// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "dsp/level/loudness.h"
#include "dsp/mastering/calibration.h"
#include "dsp/mastering/loudness_normalisation.h"
#include "dsp/mastering/prepared.h"
#include "support/signals.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

using namespace testing_support;

LoudnessSettings loudness(double integrated) {
    LoudnessSettings target;
    target.integrated = integrated;
    return target;
}

/// Noise that swells four times a second, as syllables do.
std::vector<PreparedUtterance> syllables(double amplitude) {
    std::vector<PreparedUtterance> utterances;
    for (std::uint32_t u = 1; u <= 3; ++u) {
        auto sound = smoothed(noise(std::size_t{2} * input_rate, amplitude, u));
        for (std::size_t n = 0; n < sound.size(); ++n) {
            const double swell = std::sin(2 * std::numbers::pi * 2 * static_cast<double>(n) / input_rate);
            sound[n] *= static_cast<float>(swell * swell);
        }
        Utterance utterance;
        utterance.samples = to_16_bit(sound);
        utterances.push_back(prepared(utterance));
    }
    return utterances;
}

double loudness_at(const std::vector<PreparedUtterance>& utterances, double pause, MasteringSettings settings,
                   double gain) {
    settings.gain = gain;
    MasteringChain chain(settings);
    const double usual = reference_loudness(utterances);
    for (const PreparedUtterance& utterance : utterances) {
        chain.add(utterance, pause, loudness_normalisation_gain(utterance, usual));
    }
    LoudnessMeter meter(settings.rate);
    meter.add(chain.finish(pause, 0).samples);
    return meter.integrated();
}

TEST(CalibrateLevel, BringsAVoiceToItsLoudness) {
    MasteringSettings settings;
    settings.frame_samples = 1024;
    for (const double amplitude : {0.05, 0.9}) {
        for (const double target : {-30.0, -23.0, -19.0}) {
            const auto utterances = syllables(amplitude);
            const double gain = calibrate_level(utterances, 0.65, loudness(target), settings).gain;
            EXPECT_NEAR(loudness_at(utterances, 0.65, settings, gain), target, 0.1)
                << "amplitude " << amplitude << ", gain " << gain;
        }
    }
}

TEST(CalibrateLevel, BringsAVoiceToItsRms) {
    MasteringSettings settings;
    LoudnessSettings target;
    target.measure = "rms";
    for (const double rms : {-30.0, -20.0}) {
        target.rms = rms;
        const auto utterances = syllables(0.2);
        settings.gain = calibrate_level(utterances, 0.65, target, settings).gain;
        MasteringChain chain(settings);
        for (const PreparedUtterance& utterance : utterances) {
            chain.add(utterance, 0.65);
        }
        EXPECT_NEAR(level(chain.finish(0.65, 0).samples), rms, 0.1);
    }
}

TEST(CalibrateLevel, AccountsForTheLimiter) {
    MasteringSettings settings;
    settings.ceiling = -7; // takes a good part of the peaks away
    const auto utterances = syllables(0.5);
    const double gain = calibrate_level(utterances, 0.65, loudness(-18), settings).gain;
    EXPECT_NEAR(loudness_at(utterances, 0.65, settings, gain), -18, 0.1);
    MasteringSettings unlimited;
    unlimited.ceiling = -0.1;
    EXPECT_GT(gain, calibrate_level(utterances, 0.65, loudness(-18), unlimited).gain + 0.1);
}

TEST(CalibrateLevel, RoundsToHundredthsAndIgnoresTheGainOfTheSettings) {
    MasteringSettings settings;
    const auto utterances = syllables(0.3);
    const double gain = calibrate_level(utterances, 0.65, loudness(-19), settings).gain;
    EXPECT_NEAR(gain * 100, std::round(gain * 100), 1e-6);
    settings.gain = 17;
    EXPECT_EQ(calibrate_level(utterances, 0.65, loudness(-19), settings).gain, gain);
}

TEST(CalibrateLevel, RefusesASilentVoice) {
    Utterance silent;
    silent.samples.assign(input_rate, 0);
    MasteringSettings settings;
    settings.room_tone = -120;
    try {
        (void)calibrate_level(std::vector{prepared(silent)}, 0.65, loudness(-19), settings);
        FAIL() << "silence was calibrated";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::engine);
    }
}

} // namespace
} // namespace recital
