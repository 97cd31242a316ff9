// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/mastering/mastering.h"
#include "dsp/mastering/prepared.h"
#include "support/signals.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

using namespace testing_support;

constexpr std::size_t frame = 1024;

MasteringSettings settings() {
    MasteringSettings settings;
    settings.frame_samples = frame;
    return settings;
}

/// A tone of that many seconds with silence around it and a word every fifth of a second.
PreparedUtterance tone_utterance(double seconds, double amplitude = 0.3) {
    Utterance result;
    result.samples.assign(500, 0);
    const auto tone = to_16_bit(sine(300, amplitude, input_rate, seconds));
    result.samples.insert(result.samples.end(), tone.begin(), tone.end());
    result.samples.insert(result.samples.end(), 700, 0);
    for (std::size_t n = 0; static_cast<double>(n) * 0.2 < seconds; ++n) {
        result.words.push_back({500 + n * input_rate / 5, n * 4, 3});
    }
    return prepared(result);
}

MasteredPassage passage(const std::vector<double>& lengths, double inner_pause, double closing_pause) {
    MasteringChain chain(settings());
    for (const double length : lengths) {
        chain.add(tone_utterance(length), inner_pause);
    }
    return chain.finish(closing_pause, 1);
}

TEST(ResamplingStage, PutsAWordReportedBeforeAPauseAfterIt) {
    Utterance told;
    const auto tone = to_16_bit(sine(300, 0.3, input_rate, 0.5));
    const std::size_t pause = input_rate / 5;
    told.samples = tone;
    told.samples.insert(told.samples.end(), pause, 0);
    told.samples.insert(told.samples.end(), tone.begin(), tone.end());
    told.clauses = {{tone.size() + pause, U','}};
    const std::size_t lead = input_rate / 100; // 10 ms
    told.words = {
        {0, 0, 3}, {tone.size() / 2, 4, 3}, {tone.size() - lead, 8, 3}, {told.samples.size() - lead, 12, 3}};
    const PreparedUtterance made = prepared(told);
    ASSERT_EQ(made.clauses.size(), 2U);
    ASSERT_EQ(made.words.size(), 4U);
    EXPECT_EQ(made.words[1].clause, 0U);
    EXPECT_EQ(made.words[2].clause, 1U);
    EXPECT_EQ(made.words[2].offset, 0U);
    EXPECT_EQ(made.words[3].clause, 1U);
    EXPECT_GT(made.words[3].offset, made.clauses[1].samples.size() / 2);
}

/// Below -50 dBFS throughout, and nothing but room tone 5 ms from its ends.
void expect_pause(const MasteredPassage& passage, std::size_t first, std::size_t last) {
    constexpr std::size_t fade = 120;
    for (std::size_t n = first; n < last; ++n) {
        const bool inner = n >= first + fade && n + fade < last;
        ASSERT_LT(std::abs(passage.samples[n]), from_decibel(inner ? -70 : -49.5)) << "at sample " << n;
    }
}

TEST(MasteringChain, ReturnsWholeFramesBetweenPauses) {
    for (const double closing : {0.0, 0.01, 0.3, 0.65, 2.5}) {
        for (const double length : {0.05, 0.21, 1.0}) {
            const MasteredPassage made = passage({length, length}, 0.65, closing);
            EXPECT_EQ(made.samples.size() % frame, 0U);
            EXPECT_EQ(made.sentences.front().first, frame);
            expect_pause(made, 0, frame);
            ASSERT_LE(made.sentences.back().last + 2 * frame, made.samples.size());
            expect_pause(made, made.sentences.back().last, made.samples.size());
        }
    }
}

TEST(MasteringChain, SetsPausesToTheSample) {
    const MasteredPassage made = passage({0.4, 0.7, 0.3}, 0.65, 1.2);
    ASSERT_EQ(made.sentences.size(), 3U);
    for (std::size_t n = 1; n < made.sentences.size(); ++n) {
        EXPECT_EQ(made.sentences[n].first - made.sentences[n - 1].last, 15600U); // 0.65 s at 24 kHz
        expect_pause(made, made.sentences[n - 1].last, made.sentences[n].first);
    }
}

TEST(MasteringChain, ClosesWithThePauseUpToTheNextFirstWord) {
    for (const double closing : {0.65, 1.2, 2.5, 3.0}) {
        const MasteredPassage made = passage({0.37}, 0.65, closing);
        // The passage that follows starts with one frame of pause.
        const auto pause = static_cast<double>(made.samples.size() - made.sentences.back().last + frame);
        EXPECT_NEAR(pause, closing * 24000, frame / 2.0);
    }
}

TEST(MasteringChain, PlacesWordsInTheirSentencesInOrder) {
    const MasteredPassage made = passage({0.9, 0.5, 1.1}, 0.65, 1.2);
    ASSERT_EQ(made.words.size(), 5U + 3U + 6U);
    for (std::size_t n = 0; n < made.words.size(); ++n) {
        const WordTime& word = made.words[n];
        ASSERT_LT(word.sentence, made.sentences.size());
        EXPECT_GE(word.first_sample, made.sentences[word.sentence].first);
        EXPECT_LE(word.first_sample, made.sentences[word.sentence].last);
        if (n > 0) {
            EXPECT_GT(word.first_sample, made.words[n - 1].first_sample);
            EXPECT_GE(word.sentence, made.words[n - 1].sentence);
        }
    }
    // The second word was a fifth of a second behind the first.
    EXPECT_NEAR(static_cast<double>(made.words[2].first_sample - made.words[1].first_sample), 0.2 * 24000,
                1.0);
    EXPECT_EQ(made.words[5].text_position, 0U);
    EXPECT_EQ(made.words[6].text_position, 4U);
    EXPECT_EQ(made.words[6].text_length, 3U);
}

TEST(MasteringChain, ReturnsAPauseWithoutUtterances) {
    const MasteredPassage made = MasteringChain(settings()).finish(0.75, 1);
    EXPECT_TRUE(made.sentences.empty());
    EXPECT_TRUE(made.words.empty());
    EXPECT_EQ(made.samples.size() % frame, 0U);
    EXPECT_NEAR(static_cast<double>(made.samples.size() + frame), 0.75 * 24000, frame / 2.0);
    expect_pause(made, 0, made.samples.size());
    EXPECT_EQ(MasteringChain(settings()).finish(0, 1).samples.size(), frame);
}

TEST(MasteringChain, AcceptsASilentUtterance) {
    MasteringChain chain(settings());
    Utterance silent;
    silent.samples.assign(4000, 0);
    silent.words.push_back({100, 0, 3});
    chain.add(prepared(silent), 0.65);
    chain.add(tone_utterance(0.3), 0.65);
    const MasteredPassage made = chain.finish(0.65, 1);
    EXPECT_EQ(made.sentences[0].first, made.sentences[0].last);
    EXPECT_EQ(made.words[0].first_sample, made.sentences[0].first);
}

TEST(MasteringChain, IsIndependentOfThePreviousPassage) {
    MasteringChain chain(settings());
    chain.add(tone_utterance(0.8, 0.9), 0.65);
    (void)chain.finish(1.2, 5);
    chain.add(tone_utterance(0.4), 0.65);
    EXPECT_EQ(chain.finish(0.65, 1).samples, passage({0.4}, 0.65, 0.65).samples);
}

TEST(MasteringChain, AppliesTheGainAndKeepsTheCeiling) {
    MasteringSettings louder = settings();
    louder.gain = 6;
    MasteringChain chain(louder);
    chain.add(tone_utterance(0.5, 0.2), 0.65);
    const MasteredPassage made = chain.finish(0.65, 1);
    const auto middle = std::span(made.samples).subspan(made.sentences[0].first + 4000, 4000);
    EXPECT_NEAR(level(middle), to_decibel(0.2 / std::numbers::sqrt2) + 6, 0.05);

    louder.gain = 30;
    MasteringChain loudest(louder);
    loudest.add(tone_utterance(0.5, 0.2), 0.65);
    EXPECT_LE(to_decibel(true_peak_of(loudest.finish(0.65, 1).samples)), -3 + 0.05);
}

} // namespace
} // namespace recital
