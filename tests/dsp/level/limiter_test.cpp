// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/level/limiter.h"
#include "dsp/level/tone_rate.h"
#include "support/forked.h"
#include "support/signals.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

using namespace testing_support;

constexpr double ceiling = -3;
constexpr double speech_tolerance = 0.1;  // dB
constexpr double treble_tolerance = 0.13; // dB

std::vector<float> limited(std::vector<float> samples) {
    (void)TruePeakLimiter(tone_rate, ceiling).process(samples);
    return samples;
}

void expect_below_ceiling(const std::vector<float>& samples, double tolerance, const char* what) {
    ASSERT_GT(to_decibel(brute_force_true_peak(samples, 256)), ceiling + 1)
        << what << " is no test: it is too quiet";
    EXPECT_LE(to_decibel(brute_force_true_peak(limited(samples), 256)), ceiling + tolerance) << what;
}

TEST(TruePeak, IncludesTheSignalBetweenSamples) {
    // A quarter of the rate, sampled at 45 degrees: every sample is 3 dB below the peak of the sine.
    // It fades in and out, for a sudden start has higher peaks of its own.
    auto hidden = sine(tone_rate / 4.0, 1.0, tone_rate, 0.1, std::numbers::pi / 4);
    for (std::size_t n = 0; n < 1000; ++n) {
        hidden[n] *= static_cast<float>(n) / 1000;
        hidden[hidden.size() - 1 - n] *= static_cast<float>(n) / 1000;
    }
    EXPECT_NEAR(to_decibel(true_peak_of(hidden)), 0.0, 0.05);
    for (std::uint32_t seed = 1; seed <= 8; ++seed) {
        const auto signal = smoothed(noise(1500, 1.0, seed));
        EXPECT_NEAR(to_decibel(true_peak_of(signal)), to_decibel(brute_force_true_peak(signal, 1500)),
                    treble_tolerance);
    }
}

TEST(TruePeak, IsTheLargestSampleIfNothingExceedsIt) {
    EXPECT_NEAR(to_decibel(true_peak_of(sine(100, 0.5, tone_rate, 0.2))), to_decibel(0.5), 0.01);
    EXPECT_EQ(true_peak_of(std::vector<float>(500)), 0.0);
    EXPECT_EQ(true_peak_of({}), 0.0);
}

TEST(TruePeakLimiter, KeepsTonesBelowTheCeiling) {
    for (const double frequency : {60.0, 440.0, 997.0, 2000.0, 3000.0, 5000.0, 5999.0, 6000.0}) {
        for (const double phase : {0.0, 0.4, 0.8}) {
            auto tone = sine(frequency, 1.4, tone_rate, 0.1, phase);
            for (std::size_t n = 0; n < 240; ++n) { // a sudden start is a click
                tone[n] *= static_cast<float>(n) / 240;
                tone[tone.size() - 1 - n] *= static_cast<float>(n) / 240;
            }
            expect_below_ceiling(tone, frequency > 4000 ? treble_tolerance : speech_tolerance, "a tone");
        }
    }
}

TEST(TruePeakLimiter, KeepsClicksStepsAndSweepsBelowTheCeiling) {
    std::vector<float> clicks(2400);
    for (std::size_t n = 10; n < clicks.size(); n += 170 + n / 8) {
        clicks[n] = n % 20 == 0 ? 2.0F : -1.5F;
    }
    expect_below_ceiling(clicks, treble_tolerance, "clicks");

    std::vector<float> step(2400);
    std::fill(step.begin() + 800, step.begin() + 1600, 1.2F);
    expect_below_ceiling(step, treble_tolerance, "a step");

    std::vector<float> sweep(4800);
    for (std::size_t n = 0; n < sweep.size(); ++n) {
        const double seconds = static_cast<double>(n) / tone_rate;
        sweep[n] =
            static_cast<float>(1.3 * std::sin(2 * std::numbers::pi * (50 + 15000 * seconds) * seconds));
    }
    expect_below_ceiling(sweep, treble_tolerance, "a sweep");
}

TEST(TruePeakLimiter, KeepsRandomBurstsBelowTheCeiling) {
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        std::mt19937 random(seed);
        std::vector<float> signal(2000);
        for (int burst = 0; burst < 6; ++burst) {
            const std::size_t length = 1 + random() % 300;
            const std::size_t first = random() % (signal.size() - length);
            const auto sound =
                smoothed(noise(length, 0.2 + 3.0 * static_cast<double>(random() % 100) / 100.0, seed * 10));
            for (std::size_t n = 0; n < length; ++n) {
                signal[first + n] += sound[n];
            }
        }
        if (to_decibel(brute_force_true_peak(signal, 256)) > ceiling + 1) {
            expect_below_ceiling(signal, treble_tolerance, "bursts");
        }
    }
}

TEST(TruePeakLimiter, KeepsSpokenWordsBelowTheCeiling) {
    Voice voice;
    voice.engine.voice = "gmw/en-US";
    const auto spoken = spoken_samples(voice, "Take it: two bright trumpets cut the hush.");
    std::vector<float> loud(spoken.size());
    std::transform(spoken.begin(), spoken.end(), loud.begin(),
                   [](std::int16_t sample) { return static_cast<float>(sample) / 8192.0F; });
    expect_below_ceiling(loud, speech_tolerance, "speech at four times its level");
}

TEST(TruePeakLimiter, DoesNotChangeQuietSignals) {
    const std::vector<float> silence(5000);
    EXPECT_EQ(limited(silence), silence);
    const auto quiet = sine(997, from_decibel(ceiling - 0.5), tone_rate, 0.5);
    EXPECT_EQ(limited(quiet), quiet);
    std::vector<float> copy = quiet;
    const GainReductionStats work = TruePeakLimiter(tone_rate, ceiling).process(copy);
    EXPECT_EQ(work.max_gain_reduction, 0.0);
    EXPECT_EQ(work.samples_over_3_db, 0U);
    EXPECT_TRUE(limited({}).empty());
}

TEST(TruePeakLimiter, NeverAmplifies) {
    const auto before = smoothed(noise(20000, 2.0, 7));
    const auto after = limited(before);
    for (std::size_t n = 0; n < before.size(); ++n) {
        ASSERT_LE(std::abs(after[n]), std::abs(before[n])) << "at sample " << n;
        ASSERT_GE(after[n] * before[n], 0.0F) << "at sample " << n;
    }
}

TEST(TruePeakLimiter, ReducesGainShortlyBeforeAPeakAndReleasesWithinASecond) {
    auto signal = sine(300, 0.1, tone_rate, 2.5);
    const std::size_t burst = tone_rate;
    const auto before = signal;
    for (std::size_t n = 0; n < 240; ++n) {
        signal[burst + n] *= 15;
    }
    const auto after = limited(signal);
    for (std::size_t n = 0; n < burst - tone_rate / 50; ++n) {
        ASSERT_EQ(after[n], before[n]) << "20 ms before the burst and earlier";
    }
    EXPECT_LT(level(std::span(after).subspan(burst + 400, 100)),
              level(std::span(before).subspan(burst + 400, 100)));
    for (std::size_t n = burst + 240 + tone_rate; n < signal.size(); ++n) {
        ASSERT_NEAR(after[n], before[n], 1e-5) << "a second behind the burst";
    }
}

TEST(TruePeakLimiter, ReportsItsGainReduction) {
    auto loud = sine(500, 1.0, tone_rate, 0.5);
    const GainReductionStats work = TruePeakLimiter(tone_rate, -9).process(loud);
    EXPECT_NEAR(work.max_gain_reduction, 9.0, 0.1);
    EXPECT_GT(work.samples_over_3_db, loud.size() * 9 / 10);
}

} // namespace
} // namespace recital
