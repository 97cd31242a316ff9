// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/level/loudness.h"
#include "dsp/level/tone_rate.h"
#include "support/signals.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

using namespace testing_support;

double loudness_of(const std::vector<float>& samples, int sample_rate) {
    LoudnessMeter meter(sample_rate);
    meter.add(samples);
    return meter.integrated();
}

TEST(LoudnessMeter, ReadsTheReferenceTone) {
    // ITU-R BS.1770-4: 997 Hz at full scale in one channel reads -3.01 LKFS.
    for (const int each : {22050, 24000, 48000}) {
        EXPECT_NEAR(loudness_of(sine(997, 1.0, each, 3), each), -3.01, 0.05) << each;
        EXPECT_NEAR(loudness_of(sine(997, from_decibel(-20), each, 3), each), -23.01, 0.05) << each;
    }
}

TEST(LoudnessMeter, IgnoresPauses) {
    auto speech = sine(997, from_decibel(-20), tone_rate, 4);
    speech.resize(speech.size() * 2); // as much silence behind it
    EXPECT_NEAR(loudness_of(speech, tone_rate), -23.01, 0.3);
}

TEST(LoudnessMeter, MeasuresTheSameInBlocks) {
    const auto signal = noise(std::size_t{5} * tone_rate, 0.2, 3);
    LoudnessMeter pieces(tone_rate);
    for (std::size_t first = 0; first < signal.size(); first += 777) {
        pieces.add(std::span(signal).subspan(first, std::min<std::size_t>(777, signal.size() - first)));
    }
    EXPECT_NEAR(pieces.integrated(), loudness_of(signal, tone_rate), 1e-6);
}

TEST(LoudnessMeter, ReadsSilenceAsMinusInfinity) {
    EXPECT_EQ(loudness_of(std::vector<float>(48000), 24000), -std::numeric_limits<double>::infinity());
    EXPECT_EQ(LoudnessMeter(24000).integrated(), -std::numeric_limits<double>::infinity());
}

} // namespace
} // namespace recital
