// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/planning/speech_estimate.h"

#include <gtest/gtest.h>

#include <string>

namespace recital {
namespace {

Document document_of(const std::string& text, std::size_t paragraphs = 1) {
    Document document;
    Section section;
    section.paragraphs.assign(paragraphs, {text, 1, 0, {}, false});
    document.sections = {section};
    return document;
}

TEST(SpeechEstimateTest, GrowsWithTheTextAndItsPauses) {
    const Voice voice;
    const std::string sentence = "She played the piano in Leipzig for many years.";
    const double one = SpeechEstimate(voice).seconds(document_of(sentence));
    const double two = SpeechEstimate(voice).seconds(document_of(sentence + " " + sentence));
    const double apart = SpeechEstimate(voice).seconds(document_of(sentence, 2));
    EXPECT_GT(one, 3);
    EXPECT_GT(two, one + 1);
    EXPECT_GT(apart, two) << "a paragraph's pause is longer than a sentence's";
    EXPECT_LT(apart, 2 * one) << "the pauses at the book's ends come once";
}

TEST(SpeechEstimateTest, ShrinksWithTheRateOfTheVoice) {
    Voice fast;
    fast.engine.words_per_minute *= 2;
    const Document document = document_of(std::string(1000, 'a'));
    const Voice voice;
    EXPECT_LT(SpeechEstimate(fast).seconds(document), 0.6 * SpeechEstimate(voice).seconds(document));
}

TEST(SpeechEstimateTest, CountsACharacterOfChineseAsASyllable) {
    const Voice voice;
    EXPECT_GT(SpeechEstimate(voice).seconds(
                  document_of("\u94A2\u7434\u94A2\u7434\u94A2\u7434\u94A2\u7434\u94A2\u7434")),
              SpeechEstimate(voice).seconds(document_of("abcdefghij")) + 1);
}

TEST(SpeechEstimateTest, IsRoundedToATenthOfASecond) {
    EXPECT_DOUBLE_EQ(rounded_seconds(1.25001), 1.3);
    EXPECT_DOUBLE_EQ(rounded_seconds(1.24), 1.2);
    EXPECT_DOUBLE_EQ(rounded_seconds(0), 0);
}

} // namespace
} // namespace recital
