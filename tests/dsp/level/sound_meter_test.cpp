// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/level/sound_meter.h"
#include "dsp/level/tone_rate.h"
#include "support/signals.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace recital {
namespace {

using namespace testing_support;

/// Sound and silence by turns, in milliseconds, the sound first.
std::vector<float> turns(const std::vector<std::size_t>& milliseconds) {
    std::vector<float> samples;
    bool is_heard = true;
    for (const std::size_t length : milliseconds) {
        auto part = is_heard ? sine(440, 0.1, tone_rate, static_cast<double>(length) / 1000, 1.0)
                             : std::vector<float>(length * tone_rate / 1000);
        samples.insert(samples.end(), part.begin(), part.end());
        is_heard = !is_heard;
    }
    return samples;
}

SoundMeasures measured(std::span<const float> samples) {
    SoundMeter meter(tone_rate);
    meter.add(samples);
    return meter.measures();
}

TEST(SoundMeter, MeasuresATone) {
    const SoundMeasures measures = measured(sine(997, 0.5, tone_rate, 5));
    EXPECT_EQ(measures.samples, 5U * tone_rate);
    EXPECT_NEAR(measures.loudness, -3.01 - 6.02, 0.1);
    EXPECT_NEAR(measures.true_peak, -6.02, 0.05);
    EXPECT_NEAR(measures.rms, -6.02 - 3.01, 0.01);
    EXPECT_NEAR(measures.floor, -6.02 - 3.01, 0.05);
    EXPECT_TRUE(measures.pauses.empty());
}

TEST(SoundMeter, FindsThePeakBetweenTheSamples) {
    // A quarter of the rate at 45 degrees: every sample is 3 dB below the peak.
    const SoundMeasures measures = measured(sine(tone_rate / 4.0, 0.5, tone_rate, 1, std::numbers::pi / 4));
    EXPECT_NEAR(measures.true_peak, -6.02, 0.2);
}

TEST(SoundMeter, CountsPausesOf200MillisecondsAndMore) {
    const SoundMeasures measures = measured(turns({500, 190, 500, 210, 500, 700, 500, 1200}));
    ASSERT_EQ(measures.pauses.size(), 3U);
    EXPECT_NEAR(static_cast<double>(measures.pauses[0].length()) / tone_rate, 0.21, 0.005);
    EXPECT_NEAR(static_cast<double>(measures.median_pause()) / tone_rate, 0.7, 0.005);
    EXPECT_NEAR(static_cast<double>(measures.longest_pause()) / tone_rate, 1.2, 0.005);
    EXPECT_NEAR(measures.pause_share(), (0.21 + 0.7 + 1.2) / 4.3, 0.005);
}

TEST(SoundMeter, FindsTheQuietestHalfSecond) {
    auto sound = turns({2000, 700, 2000});
    const auto hiss = noise(sound.size(), from_decibel(-70) * std::sqrt(3.0), 5);
    std::transform(sound.begin(), sound.end(), hiss.begin(), sound.begin(), std::plus<>());
    EXPECT_NEAR(measured(sound).floor, -70, 0.3);
    EXPECT_LT(measured(turns({2000, 400, 2000})).floor, -20);
    EXPECT_GT(measured(turns({2000, 400, 2000})).floor, -40) << "no half second is silent";
}

TEST(SoundMeter, MeasuresSilenceAndNoSamples) {
    const double minus_infinity = -std::numeric_limits<double>::infinity();
    const SoundMeasures silence = measured(std::vector<float>(tone_rate));
    EXPECT_EQ(silence.loudness, minus_infinity);
    EXPECT_EQ(silence.true_peak, minus_infinity);
    EXPECT_EQ(silence.rms, minus_infinity);
    EXPECT_EQ(silence.floor, minus_infinity);
    EXPECT_EQ(silence.pause_share(), 1);
    const SoundMeasures nothing = measured({});
    EXPECT_EQ(nothing.rms, minus_infinity);
    EXPECT_TRUE(std::isnan(nothing.floor));
    EXPECT_EQ(nothing.median_pause(), 0U);
    EXPECT_EQ(nothing.pause_share(), 0);
}

TEST(SoundMeter, MeasuresTheSameInBlocksOfAnySize) {
    const auto sound = turns({700, 300, 1500, 250, 40, 900, 1000});
    const SoundMeasures whole = measured(sound);
    SoundMeter pieces(tone_rate);
    std::mt19937 random(3);
    for (std::span<const float> rest = sound; !rest.empty();) {
        const std::size_t taken = std::min<std::size_t>(rest.size(), random() % 3000 + 1);
        pieces.add(rest.first(taken));
        rest = rest.subspan(taken);
    }
    const SoundMeasures measures = pieces.measures();
    EXPECT_NEAR(measures.loudness, whole.loudness, 1e-9);
    EXPECT_NEAR(measures.true_peak, whole.true_peak, 1e-6);
    EXPECT_NEAR(measures.rms, whole.rms, 1e-9);
    EXPECT_EQ(measures.floor, whole.floor);
    ASSERT_EQ(measures.pauses.size(), whole.pauses.size());
    for (std::size_t n = 0; n < whole.pauses.size(); ++n) {
        EXPECT_EQ(measures.pauses[n].first, whole.pauses[n].first);
        EXPECT_EQ(measures.pauses[n].last, whole.pauses[n].last);
    }
}

TEST(SoundMeter, MeasuresProgrammeLoudnessNearTheExactOne) {
    std::vector<float> sound;
    for (std::uint32_t seed = 1; seed < 40; ++seed) {
        const auto part = noise(tone_rate, 0.02 * seed, seed);
        sound.insert(sound.end(), part.begin(), part.end());
    }
    LoudnessMeter exact(tone_rate);
    exact.add(sound);
    EXPECT_NEAR(measured(sound).loudness, exact.integrated(), 0.05);
}

TEST(LoudnessCurve, FollowsTheLastThreeSeconds) {
    auto sound = sine(997, from_decibel(-20), tone_rate, 5);
    const auto loud = sine(997, from_decibel(-10), tone_rate, 5);
    sound.insert(sound.end(), loud.begin(), loud.end());
    LoudnessCurve curve(tone_rate);
    std::vector<double> values;
    for (std::size_t first = 0; first < sound.size(); first += 1111) {
        curve.add(std::span(sound).subspan(first, std::min<std::size_t>(1111, sound.size() - first)),
                  [&](double loudness) { values.push_back(loudness); });
    }
    ASSERT_EQ(values.size(), 100U);
    EXPECT_NEAR(values[9], -23.01, 0.1);
    EXPECT_NEAR(values[49], -23.01, 0.1);
    EXPECT_NEAR(values[79], -13.01, 0.1);
    EXPECT_NEAR(values[99], -13.01, 0.1);
    // Half of the three seconds at each level: the mean of the energies.
    EXPECT_NEAR(values[64], 10 * std::log10((std::pow(10, -2.301) + std::pow(10, -1.301)) / 2), 0.1);
}

} // namespace
} // namespace recital
