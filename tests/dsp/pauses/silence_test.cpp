// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/pauses/engine_rate.h"
#include "dsp/pauses/silence.h"
#include "support/signals.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

using namespace testing_support;

/// Tones of those lengths in samples with silences of those lengths in front of each and at the end.
std::vector<float> speech(const std::vector<std::size_t>& silences, const std::vector<std::size_t>& tones) {
    std::vector<float> samples;
    for (std::size_t n = 0; n < silences.size(); ++n) {
        samples.resize(samples.size() + silences[n], 0.0001F);
        if (n < tones.size()) {
            samples.insert(samples.end(), tones[n], 0.5F); // heard from its first sample to its last
        }
    }
    return samples;
}

std::vector<std::pair<std::size_t, std::size_t>> places(const std::vector<float>& samples) {
    std::vector<std::pair<std::size_t, std::size_t>> result;
    for (const Silence& silence : find_silences(samples, engine_rate)) {
        result.emplace_back(silence.first, silence.last);
    }
    return result;
}

using Places = std::vector<std::pair<std::size_t, std::size_t>>;

TEST(FindSilences, FindsThemAtTheEndsAndBetween) {
    EXPECT_EQ(places(speech({3000, 1000, 5000}, {700, 900})),
              (Places{{0, 3000}, {3700, 4700}, {5600, 10600}}));
    EXPECT_EQ(places(speech({0, 1000, 0}, {700, 900})), (Places{{700, 1700}}));
}

TEST(FindSilences, IgnoresShortOnes) {
    EXPECT_EQ(places(speech({0, 329, 0}, {700, 900})), Places());
    EXPECT_EQ(places(speech({0, 331, 0}, {700, 900})), (Places{{700, 1031}}));
}

TEST(FindSilences, AcceptsSilenceAndAnEmptySignal) {
    EXPECT_EQ(places(std::vector<float>(5000)), (Places{{0, 5000}}));
    EXPECT_EQ(places({}), Places());
}

std::vector<float> faded(std::vector<float> samples) {
    const auto silences = find_silences(samples, engine_rate);
    fade_at_silences(samples, silences, engine_rate, 0);
    return samples;
}

TEST(FadeAtSilences, LeavesNoStepAtAnyBorder) {
    const auto result = faded(speech({500, 800, 0}, {3000, 2000}));
    for (const std::size_t border : {500U, 3500U, 4300U, 6300U}) {
        const double before = border == 0 ? 0 : result[border - 1];
        const double after = border == result.size() ? 0 : result[border];
        EXPECT_LT(std::abs(after - before), from_decibel(-50)) << "at sample " << border;
    }
}

TEST(FadeAtSilences, ChangesOnlySilencesAndTheirBorders) {
    const auto before = speech({500, 800, 700}, {3000, 2000});
    const auto after = faded(before);
    for (std::size_t n = 0; n < before.size(); ++n) {
        const bool fades_in = (n >= 500 && n < 544) || (n >= 4300 && n < 4344);
        const bool fades_out = (n >= 3401 && n < 3500) || (n >= 6201 && n < 6300);
        const bool silent = n < 500 || (n >= 3500 && n < 4300) || n >= 6300;
        if (silent) {
            ASSERT_EQ(after[n], 0.0F) << "at sample " << n;
        } else if (fades_in || fades_out) {
            ASSERT_LT(after[n], before[n]) << "at sample " << n;
        } else {
            ASSERT_EQ(after[n], before[n]) << "at sample " << n;
        }
    }
}

/// Sibilants: noise of the highest frequencies, and bursts behind a whisper.
std::vector<float> sibilants(unsigned seed) {
    std::vector<float> samples(1000);
    for (unsigned part = 0; part < 20; ++part) {
        const auto hiss = noise(3000 + part * 37, 0.02 * (1 + part % 4), seed * 100 + part);
        const std::size_t whisper = part % 3 * std::size_t{25};
        for (std::size_t n = 1; n < hiss.size(); ++n) {
            samples.push_back((hiss[n] - hiss[n - 1]) / 2 * (n < whisper ? 0.02F : 1.0F));
        }
        samples.resize(samples.size() + 1000);
    }
    return samples;
}

TEST(FadeAtSilences, LeavesNoAudibleStepAtItsGain) {
    const double heard = from_decibel(-60);
    const double step = from_decibel(-50);
    for (const double gain : {3.0, 6.0, 9.0}) {
        for (unsigned seed = 1; seed <= 50; ++seed) {
            auto samples = sibilants(seed);
            fade_at_silences(samples, find_silences(samples, engine_rate), engine_rate, gain);
            const double factor = from_decibel(gain);
            std::size_t quiet = 1000; // samples since something was heard
            std::size_t last_heard = 0;
            for (std::size_t n = 1; n < samples.size(); ++n) {
                const double level = factor * std::abs(static_cast<double>(samples[n]));
                const double difference =
                    factor * std::abs(static_cast<double>(samples[n]) - static_cast<double>(samples[n - 1]));
                if (level <= heard) {
                    ++quiet;
                    continue;
                }
                if (quiet > 440) {
                    ASSERT_LT(difference, step) << "starts at " << n << ", seed " << seed << ", " << gain;
                    const double drop = factor * std::abs(static_cast<double>(samples[last_heard + 1]) -
                                                          static_cast<double>(samples[last_heard]));
                    ASSERT_LT(drop, step) << "ends at " << last_heard << ", seed " << seed << ", " << gain;
                }
                quiet = 0;
                last_heard = n;
            }
        }
    }
}

TEST(FadeAtSilences, FallsAndRisesSteadily) {
    const auto after = faded(speech({500, 500}, {3000}));
    for (std::size_t n = 501; n < 544; ++n) {
        ASSERT_GT(after[n], after[n - 1]);
    }
    for (std::size_t n = 3402; n < 3500; ++n) {
        ASSERT_LT(after[n], after[n - 1]);
    }
}

TEST(FadeAtSilences, AcceptsSoundShorterThanAFade) {
    for (const std::size_t length : {1U, 2U, 3U, 50U, 130U}) {
        const auto after = faded(speech({500, 500}, {length}));
        for (std::size_t n = 500; n < 500 + length; ++n) {
            ASSERT_GE(after[n], 0.0F);
            ASSERT_LE(after[n], 0.5F);
        }
    }
}

} // namespace
} // namespace recital
