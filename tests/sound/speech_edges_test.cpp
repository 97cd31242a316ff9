// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/speech_edges.h"
#include "support/signals.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

using namespace testing_support;

constexpr int rate = 22050;

/// `lead` and `trail` samples of near silence (the engine's is not quite zero) around half a second of tone.
std::vector<std::int16_t> speech(std::size_t lead, std::size_t trail) {
    std::vector<std::int16_t> samples(lead, 33);
    const auto tone = to_16_bit(sine(440, 0.5, rate, 0.5, std::numbers::pi / 2));
    samples.insert(samples.end(), tone.begin(), tone.end());
    samples.insert(samples.end(), trail, 33);
    return samples;
}

TEST(TrimSpeech, CutsTheSilenceAtBothEnds) {
    const std::size_t spoken = rate / 2;
    const TrimmedSpeech trimmed = trim_speech(speech(3000, 5000), rate);
    EXPECT_LE(trimmed.first_sample, 3000U);
    EXPECT_GE(trimmed.first_sample, 3000U - rate / 100); // at most 10 ms stay in front
    EXPECT_GE(trimmed.samples.size(), spoken);
    EXPECT_LE(trimmed.samples.size(), spoken + rate / 50);
}

TEST(TrimSpeech, KeepsSpeechWhereItStood) {
    const auto raw = speech(3000, 5000);
    const TrimmedSpeech trimmed = trim_speech(raw, rate);
    for (std::size_t n = 1000; n < 10000; ++n) {
        ASSERT_FLOAT_EQ(trimmed.samples[n], static_cast<float>(raw[trimmed.first_sample + n]) / 32768.0F);
    }
}

TEST(TrimSpeech, StartsAndEndsNearZero) {
    for (const auto& raw : {speech(0, 0), speech(1, 1), speech(4000, 0), speech(0, 4000)}) {
        const TrimmedSpeech trimmed = trim_speech(raw, rate);
        EXPECT_LT(std::abs(trimmed.samples.front()), 0.005F);
        EXPECT_LT(std::abs(trimmed.samples.back()), 0.005F);
    }
}

TEST(TrimSpeech, CutsNothingWhereThereIsNoSilence) {
    const TrimmedSpeech trimmed = trim_speech(speech(0, 0), rate);
    EXPECT_EQ(trimmed.first_sample, 0U);
    EXPECT_EQ(trimmed.samples.size(), speech(0, 0).size());
}

TEST(TrimSpeech, IsEmptyForSilence) {
    EXPECT_TRUE(trim_speech({}, rate).samples.empty());
    EXPECT_TRUE(trim_speech(std::vector<std::int16_t>(9000, 33), rate).samples.empty());
    EXPECT_TRUE(trim_speech(std::vector<std::int16_t>(9000, -33), rate).samples.empty());
}

TEST(TrimSpeech, TakesASingleLoudestSample) {
    const TrimmedSpeech trimmed = trim_speech(std::vector<std::int16_t>{-32768}, rate);
    EXPECT_EQ(trimmed.samples.size(), 1U);
    EXPECT_LE(std::abs(trimmed.samples[0]), 1.0F);
}

} // namespace
} // namespace recital
