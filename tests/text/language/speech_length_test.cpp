// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language/speech_length.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

TEST(SpeechLength, IsTheNumberOfLettersInLatin) {
    EXPECT_EQ(speech_length("Dvořák played."), 14U);
    EXPECT_EQ(speech_length(""), 0U);
}

TEST(SpeechLength, WeighsLettersThatAreSyllables) {
    EXPECT_EQ(speech_length("钢琴"), 12U);
    EXPECT_GT(speech_length("피아노"), 9U);
    EXPECT_GT(speech_length("ピアノ"), 9U);
    EXPECT_GT(speech_length("موسيقى"), 6U);
}

TEST(SpeechLength, FindsTheLongestClause) {
    EXPECT_EQ(longest_clause("one, two three; four."), 10U);
    EXPECT_EQ(longest_clause("钢琴, 演奏家."), 19U);
    EXPECT_EQ(longest_clause("never ends"), 10U);
}

} // namespace
} // namespace recital
