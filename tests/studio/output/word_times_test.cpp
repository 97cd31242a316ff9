// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/output/word_times.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

constexpr int rate = 1000;

/// "In 1957 he left", as the text room has it.
Sentence sentence() {
    Sentence sentence{"In 1957 he left.", "In nineteen fifty seven he left."};
    sentence.spans = PackedSpans(std::vector<SpokenSpan>{
        {{0, 2}, {0, 2}}, {{3, 23}, {3, 7}}, {{24, 26}, {8, 10}}, {{27, 31}, {11, 15}}});
    return sentence;
}

TEST(WordTimes, AreThoseOfTheFirstSpokenWord) {
    const std::vector<WordTime> spoken = {{100, 0, 2, 0},  {200, 3, 8, 0},   {500, 12, 5, 0},
                                          {800, 18, 5, 0}, {1000, 24, 2, 0}, {1200, 27, 4, 0}};
    const auto words = time_words(sentence(), spoken, {100, 1600}, rate, 10);
    ASSERT_EQ(words.size(), 4U);
    EXPECT_EQ(words[1].text, "1957");
    EXPECT_DOUBLE_EQ(words[1].start, 10.2);
    EXPECT_DOUBLE_EQ(words[1].end, 11.0);
    EXPECT_DOUBLE_EQ(words[3].start, 11.2);
    EXPECT_DOUBLE_EQ(words[3].end, 11.6);
}

TEST(WordTimes, AreSharedByWordsThatAreSpokenAsOne) {
    const std::vector<WordTime> spoken = {{100, 0, 2, 0}, {200, 3, 8, 0}, {1000, 24, 7, 0}};
    const auto words = time_words(sentence(), spoken, {100, 1800}, rate, 0);
    EXPECT_DOUBLE_EQ(words[2].start, 1.0);
    EXPECT_DOUBLE_EQ(words[3].start, 1.3); // three of eight bytes
    EXPECT_DOUBLE_EQ(words[3].end, 1.8);
}

TEST(WordTimes, AreInOrderForAnyEvents) {
    const std::vector<WordTime> spoken = {{900, 0, 2, 0}, {200, 3, 8, 0}, {5000, 24, 2, 0}, {10, 400, 4, 0}};
    double free_from = 0;
    for (const TimedWord& word : time_words(sentence(), spoken, {100, 1600}, rate, 0)) {
        EXPECT_GE(word.start, free_from);
        EXPECT_GE(word.end, word.start);
        EXPECT_LE(word.end, 1.6);
        free_from = word.end;
    }
    EXPECT_EQ(time_words(sentence(), {}, {100, 1600}, rate, 0).size(), 4U);
}

} // namespace
} // namespace recital
