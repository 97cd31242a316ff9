// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/unicode.h"
#include "text/english.h"
#include "text/language/speech_length.h"
#include "text/script/passages.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>

namespace recital {
namespace {

using testing_support::english;
using testing_support::languages_folder;

std::string random_sentence(std::mt19937& random, std::size_t words) {
    std::string sentence;
    for (std::size_t word = 0; word < words; ++word) {
        sentence += word == 0 ? "" : " ";
        for (auto letters = 2 + random() % 8; letters > 0; --letters) {
            sentence += static_cast<char>('a' + random() % 26);
        }
    }
    return sentence + ".";
}

std::vector<Sentence> random_paragraph(std::mt19937& random) {
    std::vector<Sentence> sentences;
    for (auto count = 1 + random() % 40; count > 0; --count) {
        const auto text = random_sentence(random, 10 + random() % 15);
        sentences.push_back({text, text, 1});
    }
    return sentences;
}

std::string spoken_of(const Passage& passage) {
    std::string spoken;
    for (const auto& sentence : passage.sentences) {
        spoken += (spoken.empty() ? "" : " ") + sentence.spoken;
    }
    return spoken;
}

TEST(CutPassages, KeepsTheLimitAndTheOrder) {
    std::mt19937 random(2); // NOLINT(cert-msc51-cpp): the same texts in every run
    for (int round = 0; round < 200; ++round) {
        const auto sentences = random_paragraph(random);
        std::vector<std::string> order;
        const auto passages = cut_passages(sentences, english(), 400);
        for (const auto& passage : passages) {
            EXPECT_LE(count_code_points(spoken_of(passage)), 400U);
            EXPECT_EQ(passage.border, &passage == &passages.back() ? Border::paragraph : Border::sentence);
            for (const auto& sentence : passage.sentences) {
                order.push_back(sentence.source);
            }
        }
        ASSERT_EQ(order.size(), sentences.size());
        for (std::size_t index = 0; index < order.size(); ++index) {
            EXPECT_EQ(order[index], sentences[index].source);
        }
    }
}

TEST(CutPassages, AWordChangedInsideASentenceChangesAtMostTwoPassages) {
    std::mt19937 random(3); // NOLINT(cert-msc51-cpp): the same texts in every run
    for (int round = 0; round < 2000; ++round) {
        const auto sentences = random_paragraph(random);
        auto edited = sentences;
        auto& sentence = edited[random() % edited.size()];
        const auto middle = sentence.spoken.size() / 2;
        sentence.spoken.replace(middle, random() % 5, std::string(1 + random() % 8, 'X'));
        sentence.source = sentence.spoken;
        std::set<std::string> before;
        for (const auto& passage : cut_passages(sentences, english(), 400)) {
            before.insert(spoken_of(passage));
        }
        const auto after = cut_passages(edited, english(), 400);
        const auto changed = std::count_if(after.begin(), after.end(), [&](const Passage& passage) {
            return !before.contains(spoken_of(passage));
        });
        EXPECT_GE(changed, 1);
        EXPECT_LE(changed, 2);
    }
}

TEST(CutPassages, ALongSentenceIsCutWhereAReaderBreathes) {
    const std::string written = "He studied in Leipzig, where he heard the organ; "
                                "he went to Vienna, and there he met his wife.";
    const auto passages = cut_passages({{written, written, 4}}, english(), 60);
    ASSERT_EQ(passages.size(), 2U);
    EXPECT_EQ(passages[0].sentences[0].source, "He studied in Leipzig, where he heard the organ; ");
    EXPECT_EQ(passages[0].sentences[0].spoken, "He studied in Leipzig, where he heard the organ;");
    EXPECT_EQ(passages[0].border, Border::clause);
    EXPECT_EQ(passages[1].sentences[0].spoken, "he went to Vienna, and there he met his wife.");
    EXPECT_EQ(passages[1].border, Border::paragraph);
    EXPECT_EQ(passages[1].sentences[0].line, 4U);
}

TEST(CutPassages, ASentenceWithoutEndIsCutToo) {
    std::mt19937 random(4); // NOLINT(cert-msc51-cpp): the same texts in every run
    for (int round = 0; round < 100; ++round) {
        std::string written = round % 2 == 0 ? random_sentence(random, 400) : std::string(3000, 'a');
        if (round % 3 == 0) {
            written += " řřř, " + random_sentence(random, 90);
        }
        std::string joined;
        for (const auto& passage : cut_passages({{written, written, 1}}, english(), 200)) {
            ASSERT_EQ(passage.sentences.size(), 1U);
            EXPECT_LE(count_code_points(passage.sentences[0].spoken), 200U);
            joined += passage.sentences[0].source;
        }
        EXPECT_EQ(joined, written);
    }
}

TEST(CutPassages, NoClauseIsLongerThanTheEngineCanSay) {
    const Language chinese(languages_folder(), "zh");
    std::string written;
    for (int n = 0; n < 300; ++n) {
        written += "琴";
    }
    std::string joined;
    for (const auto& passage : cut_passages({{written, written, 1}}, chinese, 2000)) {
        EXPECT_LE(longest_clause(passage.sentences[0].spoken), 500U);
        joined += passage.sentences[0].source;
    }
    EXPECT_EQ(joined, written);
}

TEST(CutPassages, ChineseIsPartedAtItsOwnMarks) {
    const Language chinese(languages_folder(), "zh");
    const std::string first = "他三岁开始学习钢琴，";
    const std::string second = "五岁在沈阳的比赛中获得第一名。";
    const auto sentences = read_aloud(first + second, chinese);
    ASSERT_EQ(sentences.size(), 1U);
    EXPECT_EQ(sentences[0].spoken, "他三岁开始学习钢琴, 五岁在沈阳的比赛中获得第一名.");
    const auto passages = cut_passages(sentences, chinese, 110);
    ASSERT_EQ(passages.size(), 2U);
    EXPECT_EQ(passages[0].sentences[0].source, first);
    EXPECT_EQ(passages[1].sentences[0].source, second);
}

TEST(CutPassages, PassagesOfChineseAreAsLongToHearAsOthers) {
    const Language chinese(languages_folder(), "zh");
    std::string paragraph;
    for (int n = 0; n < 30; ++n) {
        paragraph += "他三岁开始学习钢琴，五岁在沈阳的比赛中获得第一名。";
    }
    const auto passages = cut_passages(read_aloud(paragraph, chinese), chinese, 600);
    EXPECT_GE(passages.size(), 7U);
    for (const auto& passage : passages) {
        EXPECT_LE(speech_length(spoken_of(passage)), 600U);
    }
}

} // namespace
} // namespace recital
