// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "sound/calibration.h"
#include "sound/loudness.h"
#include "support/signals.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

using namespace testing_support;

constexpr int input_rate = 22050;

/// Noise that swells four times a second, as syllables do.
std::vector<Utterance> syllables(double amplitude) {
    std::vector<Utterance> utterances(3);
    for (std::uint32_t u = 0; u < utterances.size(); ++u) {
        auto sound = smoothed(noise(std::size_t{2} * input_rate, amplitude, u + 1));
        for (std::size_t n = 0; n < sound.size(); ++n) {
            const double swell = std::sin(2 * std::numbers::pi * 2 * static_cast<double>(n) / input_rate);
            sound[n] *= static_cast<float>(swell * swell);
        }
        utterances[u].samples = to_16_bit(sound);
    }
    return utterances;
}

double loudness_at(const std::vector<Utterance>& utterances, double pause, MasteringSettings settings,
                   double gain) {
    settings.gain = gain;
    MasteringChain chain(settings, input_rate);
    for (const Utterance& utterance : utterances) {
        chain.add(utterance, pause);
    }
    LoudnessMeter meter(settings.rate);
    meter.add(chain.finish(pause, 0).samples);
    return meter.integrated();
}

TEST(CalibrateGain, BringsAVoiceToItsLoudness) {
    MasteringSettings settings;
    settings.frame_samples = 1024;
    for (const double amplitude : {0.05, 0.9}) {
        for (const double target : {-30.0, -23.0, -19.0}) {
            const auto utterances = syllables(amplitude);
            const double gain = calibrate_gain(utterances, 0.65, target, settings, input_rate);
            EXPECT_NEAR(loudness_at(utterances, 0.65, settings, gain), target, 0.1)
                << "amplitude " << amplitude << ", gain " << gain;
        }
    }
}

TEST(CalibrateGain, ReckonsWithTheLimiter) {
    MasteringSettings settings;
    settings.ceiling = -7; // takes a good part of the peaks away
    const auto utterances = syllables(0.5);
    const double gain = calibrate_gain(utterances, 0.65, -18, settings, input_rate);
    EXPECT_NEAR(loudness_at(utterances, 0.65, settings, gain), -18, 0.1);
    MasteringSettings unlimited;
    unlimited.ceiling = -0.1;
    EXPECT_GT(gain, calibrate_gain(utterances, 0.65, -18, unlimited, input_rate) + 0.1);
}

TEST(CalibrateGain, GivesHundredthsOfADecibelAndIgnoresTheGainInTheSettings) {
    MasteringSettings settings;
    const auto utterances = syllables(0.3);
    const double gain = calibrate_gain(utterances, 0.65, -19, settings, input_rate);
    EXPECT_NEAR(gain * 100, std::round(gain * 100), 1e-6);
    settings.gain = 17;
    EXPECT_EQ(calibrate_gain(utterances, 0.65, -19, settings, input_rate), gain);
}

TEST(CalibrateGain, RefusesAVoiceThatIsSilent) {
    Utterance silent;
    silent.samples.assign(input_rate, 0);
    MasteringSettings settings;
    settings.sound.room_tone = -120;
    try {
        (void)calibrate_gain(std::vector<Utterance>{silent}, 0.65, -19, settings, input_rate);
        FAIL() << "silence was calibrated";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::engine);
    }
}

} // namespace
} // namespace recital
