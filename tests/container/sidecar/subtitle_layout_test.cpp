// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/unicode.h"
#include "container/sidecar/subtitle_layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <sstream>

namespace recital {
namespace {

using testing::ElementsAre;

/// The words of a text, one a beat.
std::vector<TimedWord> words_of(const std::string& text, double beat = 0.4) {
    std::vector<TimedWord> words;
    std::istringstream stream(text);
    for (std::string word; stream >> word;) {
        const double start = beat * static_cast<double>(words.size());
        words.push_back({word, !words.empty(), true, start, start + beat});
    }
    return words;
}

std::vector<std::string> texts_of(const std::vector<TimedWord>& words) {
    std::vector<std::string> texts;
    for (const SubtitleCue& cue : lay_out_cues(words, words.back().end)) {
        texts.push_back(cue.text);
    }
    return texts;
}

TEST(SubtitleLayout, LeavesAShortSentenceInOneLine) {
    EXPECT_THAT(texts_of(words_of("He grew up in Almaty.")), ElementsAre("He grew up in Almaty."));
}

TEST(SubtitleLayout, BalancesTwoLines) {
    EXPECT_THAT(texts_of(words_of("He grew up in a flat in Almaty where the record player stood.", 0.3)),
                ElementsAre("He grew up in a flat in Almaty\nwhere the record player stood."));
}

TEST(SubtitleLayout, SplitsALongSentenceAtPunctuation) {
    EXPECT_THAT(
        texts_of(words_of("Neither his mother nor his father could read a note, yet both saw what was "
                          "burning in the boy and did everything to feed it.",
                          0.3)),
        ElementsAre("Neither his mother nor his\nfather could read a note,",
                    "yet both saw what was burning in the\nboy and did everything to feed it."));
}

TEST(SubtitleLayout, KeepsAbbreviationsWithTheNextWord) {
    const std::vector<std::string> texts{
        "He is described by Dr. Smith in vol. 3, p. 12, of the great history of the city and is said to have "
        "lived on St. John at the corner of Fifth Ave. and E. Main Street until he died.",
        "Among the best songs of the '60s, No. 1, i.e. the one that everybody knew, was written by Mr. "
        "Petrenko "
        "in a single night of the long and cold winter.",
        "Der Komponist wurde am 3. Mai 1957 in einer kleinen Stadt geboren und starb dort am 20. Mai 1996 "
        "nach "
        "einer langen und schweren Krankheit im Kreis der Familie.",
    };
    for (const std::string& text : texts) {
        for (const double beat : {0.25, 0.3, 0.35, 0.4}) {
            for (const std::string& cue : texts_of(words_of(text, beat))) {
                EXPECT_EQ(cue.find(".\n"), std::string::npos) << cue;
                EXPECT_TRUE(!cue.ends_with('.') || text.ends_with(cue.substr(cue.rfind('\n') + 1))) << cue;
            }
        }
    }
}

TEST(SubtitleLayout, KeepsSymbolsOfBirthAndDeathWithTheirDates) {
    EXPECT_THAT(
        texts_of(words_of("Der Komponist Bekzat Petrenko († 20. Mai 1896 in einem kleinen Dorf)", 0.4)),
        ElementsAre("Der Komponist Bekzat Petrenko\n(† 20. Mai 1896 in einem kleinen Dorf)"));
}

TEST(SubtitleLayout, SplitsBetweenSentencesInsideAQuotation) {
    EXPECT_THAT(
        texts_of(words_of("“There was only the one piano in the whole village. Everybody came to hear "
                          "it on Sundays,” he said.",
                          0.4)),
        ElementsAre("“There was only the one\npiano in the whole village.",
                    "Everybody came to hear\nit on Sundays,” he said."));
}

/// The text as one word.
std::vector<std::string> texts_of_word(const std::string& text, double seconds) {
    return texts_of({{text, false, true, 0, seconds}});
}

TEST(SubtitleLayout, NeverBeginsALineWithAClosingMark) {
    const std::string mark = "，";
    for (std::size_t before = 1; before < 50; ++before) {
        for (const std::string open : {"「", "（", ""}) {
            const std::string close = open == "「" ? "」" : open == "（" ? "）" : "";
            std::string text;
            for (std::size_t n = 0; n < before; ++n) {
                text += "曲";
            }
            for (const std::string& part : {open, std::string("琴"), close, mark}) {
                text += part;
            }
            text += "曲曲曲曲曲曲曲曲曲曲曲曲";
            for (const std::string& cue : texts_of_word(text, 12)) {
                std::istringstream lines(cue);
                for (std::string line; std::getline(lines, line);) {
                    EXPECT_LE(columns_of(line), subtitle_columns);
                    EXPECT_FALSE(line.starts_with(mark) || (!close.empty() && line.starts_with(close)))
                        << cue;
                    EXPECT_FALSE(!open.empty() && line.ends_with(open)) << cue;
                }
            }
        }
    }
}

TEST(SubtitleLayout, CountsWideLettersTwice) {
    std::vector<TimedWord> words(30, {"曲", false, true, 0, 0.1});
    for (std::size_t n = 1; n < words.size(); ++n) {
        words[n].start = words[n - 1].end;
        words[n].end = words[n].start + 0.1;
    }
    EXPECT_THAT(texts_of(words),
                ElementsAre("曲曲曲曲曲曲曲曲曲曲曲曲曲曲曲\n曲曲曲曲曲曲曲曲曲曲曲曲曲曲曲"));
}

TEST(SubtitleLayout, SplitsWordsLongerThanALine) {
    const auto cues = lay_out_cues(words_of(std::string(100, 'a'), 10), 10);
    ASSERT_GE(cues.size(), 2U);
    EXPECT_DOUBLE_EQ(cues.front().start, 0);
    EXPECT_DOUBLE_EQ(*cues.back().end, 10);
}

TEST(SubtitleLayout, KeepsItsLimitsForRandomWords) {
    std::mt19937 random(11); // NOLINT(cert-msc51-cpp): the same words in every run
    for (int round = 0; round < 3000; ++round) {
        std::vector<TimedWord> words;
        std::string written;
        double time = 1;
        for (auto count = 1 + random() % 60; count > 0; --count) {
            std::string text(1 + random() % (random() % 20 == 0 ? 120 : 12), 'a');
            text += random() % 6 == 0 ? "," : "";
            const bool said = random() % 15 != 0;
            const double duration =
                said ? static_cast<double>(random() % (random() % 30 == 0 ? 20000 : 900)) / 1000 : 0;
            words.push_back({text, !words.empty(), said, time, time + duration});
            time += duration;
            written += text;
        }
        double free_from = 0;
        std::string shown;
        for (const SubtitleCue& cue : lay_out_cues(words, time)) {
            ASSERT_GE(cue.start, free_from);
            ASSERT_GT(*cue.end, cue.start);
            ASSERT_LE(*cue.end - cue.start, subtitle_seconds + 1e-9);
            free_from = *cue.end;
            std::istringstream lines(cue.text);
            int count = 0;
            for (std::string line; std::getline(lines, line); ++count) {
                ASSERT_LE(columns_of(line), subtitle_columns);
            }
            ASSERT_LE(count, 2);
            shown += cue.text;
        }
        std::erase_if(shown, [](char c) { return c == ' ' || c == '\n'; });
        if (time > 1) {
            ASSERT_GE(written.size(), shown.size());
        }
    }
}

} // namespace
} // namespace recital
