// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/mastering/loudness_normalisation.h"
#include "dsp/mastering/prepared.h"
#include "support/signals.h"

#include <gtest/gtest.h>

#include <vector>

namespace recital {
namespace {

using namespace testing_support;

/// Noise of that amplitude.
PreparedUtterance noise_utterance(double seconds, double amplitude) {
    Utterance spoken;
    spoken.samples = to_16_bit(smoothed(noise(static_cast<std::size_t>(seconds * input_rate), amplitude, 1)));
    return ResamplingStage(SoundSettings(), input_rate, input_rate, 0).prepare(spoken);
}

TEST(LoudnessNormalisation, RemovesNearlyAllOfASentencesDifference) {
    const PreparedUtterance usual = noise_utterance(5, 0.2);
    const double loudness = reference_loudness({&usual, 1});
    EXPECT_NEAR(loudness_normalisation_gain(usual, loudness), 0, 0.01);
    EXPECT_NEAR(loudness_normalisation_gain(noise_utterance(5, 0.1), loudness), 6.02 * 10 / 11, 0.1);
    EXPECT_NEAR(loudness_normalisation_gain(noise_utterance(5, 0.25), loudness), -1.94 * 10 / 11, 0.1);
}

TEST(LoudnessNormalisation, KeepsMoreOfAShortUtterancesDifference) {
    const PreparedUtterance usual = noise_utterance(5, 0.2);
    const double loudness = reference_loudness({&usual, 1});
    for (const double seconds : {0.5, 1.0, 5.0}) {
        const PreparedUtterance quiet = noise_utterance(seconds, 0.14);
        EXPECT_NEAR(loudness_normalisation_gain(quiet, loudness),
                    (loudness - quiet.loudness) * seconds / (seconds + 0.5), 0.05);
    }
}

TEST(LoudnessNormalisation, ChangesUtterancesByAtMostSixDecibels) {
    const PreparedUtterance usual = noise_utterance(5, 0.5);
    const double loudness = reference_loudness({&usual, 1});
    EXPECT_EQ(loudness_normalisation_gain(noise_utterance(5, 0.01), loudness), 6);
    EXPECT_EQ(loudness_normalisation_gain(usual, loudness - 20), -6);
}

TEST(LoudnessNormalisation, DoesNotChangeSilence) {
    const std::vector<PreparedUtterance> both{noise_utterance(2, 0.2), noise_utterance(2, 0)};
    EXPECT_NEAR(reference_loudness(both), both[0].loudness, 1e-9);
    EXPECT_EQ(loudness_normalisation_gain(both[1], reference_loudness(both)), 0);
    EXPECT_EQ(loudness_normalisation_gain(both[0], reference_loudness({&both[1], 1})), 0);
}

} // namespace
} // namespace recital
