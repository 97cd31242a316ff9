// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/pauses/room_tone.h"
#include "support/signals.h"

#include <gtest/gtest.h>

#include <complex>

namespace recital {
namespace {

using namespace testing_support;

std::vector<float> room_tone(double decibel, std::uint64_t seed, std::size_t count = 24000,
                             int rate = 24000) {
    std::vector<float> samples(count);
    RoomTone(decibel, rate, seed).add_to(samples);
    return samples;
}

TEST(RoomTone, HasTheRequestedLevel) {
    for (const double decibel : {-60.0, -80.0, -100.0}) {
        for (const int rate : {16000, 24000, 44100, 96000}) {
            EXPECT_NEAR(level(room_tone(decibel, 1, 100000, rate)), decibel, 0.3) << rate << " Hz";
        }
    }
}

TEST(RoomTone, IsAroundZeroAndWithoutPeaks) {
    const auto tone = room_tone(-80, 4);
    double sum = 0;
    for (const float sample : tone) {
        sum += sample;
        // A triangular distribution ends at sqrt(6) times its RMS.
        ASSERT_LE(std::abs(sample), 2.4495 * from_decibel(-80));
    }
    EXPECT_NEAR(sum / static_cast<double>(tone.size()), 0.0, from_decibel(-80) / 30);
}

TEST(RoomTone, LeavesTheBandAboveSpeechEmpty) {
    const auto tone = room_tone(-80, 1, 8820, 44100);
    const auto density = [&](double frequency) { // dB, of the 5 Hz around it, averaged over 40 neighbours
        double power = 0;
        for (int k = 0; k < 40; ++k) {
            std::complex<double> sum = 0;
            for (std::size_t n = 0; n < tone.size(); ++n) {
                sum += static_cast<double>(tone[n]) *
                       std::polar(1.0, -2 * std::numbers::pi * (frequency + 5 * k) * static_cast<double>(n) /
                                           44100);
            }
            power += std::norm(sum);
        }
        return 10 * std::log10(power);
    };
    EXPECT_NEAR(density(6000), density(1000), 3);
    EXPECT_LT(density(13000), density(1000) - 15);
    EXPECT_LT(density(18000), density(1000) - 30);
}

TEST(RoomTone, IsChosenByItsSeed) {
    EXPECT_EQ(room_tone(-80, 7), room_tone(-80, 7));
    EXPECT_NE(room_tone(-80, 7), room_tone(-80, 8));
    EXPECT_NE(room_tone(-80, 0), room_tone(-80, 1));
}

TEST(RoomTone, IsAddedToTheSignal) {
    const auto signal = sine(440, 0.25, 24000, 0.1);
    auto sum = signal;
    RoomTone(-80, 24000, 3).add_to(sum);
    const auto alone = room_tone(-80, 3, signal.size());
    for (std::size_t n = 0; n < signal.size(); ++n) {
        ASSERT_NEAR(sum[n] - signal[n], alone[n], 1e-7);
    }
}

TEST(RoomTone, DoesNotRepeat) {
    RoomTone tone(-80, 24000, 3);
    std::vector<float> first(1000);
    std::vector<float> second(1000);
    tone.add_to(first);
    tone.add_to(second);
    EXPECT_NE(first, second);
}

} // namespace
} // namespace recital
