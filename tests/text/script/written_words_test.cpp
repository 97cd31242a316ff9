// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/unicode.h"
#include "text/english.h"
#include "text/script/written_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recital {
namespace {

using testing::ElementsAre;
using testing_support::english;

/// "written=spoken" of each word.
std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    const auto sentences = read_aloud(text, english());
    for (const WrittenWord& word : written_words(sentences.at(0))) {
        words.push_back(
            word.text + "=" +
            sentences.at(0).spoken.substr(word.spoken.begin, word.spoken.end - word.spoken.begin));
    }
    return words;
}

TEST(WrittenWords, KeepTheirPunctuation) {
    EXPECT_THAT(words_of("\"Born in 1957,\" he said."),
                ElementsAre("\"Born=Born", "in=in", "1957,\"=nineteen fifty seven", "he=he", "said.=said"));
}

TEST(WrittenWords, TakeDashesToTheWordInFront) {
    EXPECT_THAT(words_of("He left - at last."), ElementsAre("He=He", "left -=left", "at=at", "last.=last"));
}

TEST(WrittenWords, AreOneWhereTheyAreSaidAsOne) {
    EXPECT_THAT(words_of("It cost $5 million."),
                ElementsAre("It=It", "cost=cost", "$5 million.=five million dollars"));
}

TEST(WrittenWords, HaveSeveralSpokenOnes) {
    EXPECT_THAT(words_of("Petrenko's well-known Op. 9."),
                ElementsAre("Petrenko's=Petrenko's", "well-known=well-known", "Op.=opus", "9.=nine"));
}

TEST(WrittenWords, ArePartedBetweenIdeographs) {
    const Sentence sentence{"夜想曲、ok", "ye xiang qu, ok.", 0, {}, false, {}, {{{0, 2}, {0, 3}}}};
    std::vector<std::string> words;
    for (const WrittenWord& word : written_words(sentence)) {
        words.push_back(word.text);
    }
    EXPECT_THAT(words, ElementsAre("夜", "想", "曲、", "ok"));
}

TEST(WrittenWords, MakeUpTheSentence) {
    for (const char* text :
         {"He left - at last, in 1957 (aged 20).", R"(- "Why?" [4] she asked ... - "Why")",
          "On 3 May 1957 at 10:30 p.m. Dr. Petrenko's 9th symphony & Op. 9 No. 2 cost $5."}) {
        for (const Sentence& sentence : read_aloud(text, english())) {
            std::string again;
            for (const WrittenWord& word : written_words(sentence)) {
                again += (word.spaced ? " " : "") + word.text;
            }
            EXPECT_EQ(again, sentence.source);
        }
    }
}

} // namespace
} // namespace recital
