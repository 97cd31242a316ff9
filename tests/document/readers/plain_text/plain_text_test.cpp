// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/readers/plain_text/plain_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recital {
namespace {

/// The outline in short: "1# Title" for a heading of level 1, "3: text" for a paragraph on line 3.
std::vector<std::string> blocks_of(std::string_view text) {
    std::vector<std::string> blocks;
    for (const Block& block : read_plain_text(text, "a.txt").blocks) {
        blocks.push_back(block.kind == Block::Kind::heading ? std::to_string(block.level) + "# " + block.text
                                                            : std::to_string(block.line) + ": " + block.text);
    }
    return blocks;
}

TEST(ReadPlainText, JoinsHardWrappedLinesAndSplitsAtBlankLines) {
    EXPECT_THAT(blocks_of("He studied\nin Moscow.\n\n\n  He   toured.\n \t\nEnd."),
                testing::ElementsAre("1: He studied in Moscow.", "5: He toured.", "7: End."));
}

TEST(ReadPlainText, KeepsShortLinesUnlessASentenceContinues) {
    EXPECT_THAT(blocks_of("songs\npiano pieces\nletters, diaries"),
                testing::ElementsAre("1: songs", "2: piano pieces", "3: letters, diaries"));
    EXPECT_THAT(blocks_of("This is a sentence\nthat was cut."),
                testing::ElementsAre("1: This is a sentence that was cut."));
    EXPECT_THAT(
        blocks_of(
            "The concerts in the great hall\nwere so full that people stood\nin the street and listened to\n"
            "what came from the windows, as"),
        testing::SizeIs(1));
}

TEST(ReadPlainText, ReadsTheLastLines) {
    EXPECT_THAT(blocks_of("He came.\n\n\nThen he left"),
                testing::ElementsAre("1: He came.", "4: Then he left"));
    EXPECT_THAT(blocks_of("He came.\n\n\n# Then he left"),
                testing::ElementsAre("1: He came.", "1# Then he left"));
}

TEST(ReadPlainText, LeavesOutPageNumbersAndRules) {
    EXPECT_THAT(blocks_of("He came.\n\n12\n\n- 13 -\n\nHe left.\n/////////\nShe stayed."),
                testing::ElementsAre("1: He came.", "7: He left.", "9: She stayed."));
}

TEST(ReadPlainText, JoinsSpacedLetters) {
    EXPECT_THAT(blocks_of("L I F E   A N D   W O R K\n\nHe came.\n\nA C E G"),
                testing::ElementsAre("3# LIFE AND WORK", "3: He came.", "5: A C E G"));
    EXPECT_THAT(blocks_of("Y\nOU\nT\nH\n\nHe came."), testing::ElementsAre("3# YOUTH", "6: He came."));
}

TEST(ReadPlainText, ReadsLongLinesAsParagraphs) {
    const std::string line(200, 'a');
    EXPECT_THAT(blocks_of(line + "\n" + line), testing::ElementsAre("1: " + line, "2: " + line));
}

/// A number beside nothing but signs was taken for a running head, of which an empty name was read.
TEST(ReadPlainText, ReadsLinesOfANumberAndSigns) {
    EXPECT_THAT(blocks_of("She sang.\n\n12 \u2022\u2022\n\n| \u00B7 7\n\nShe played."),
                testing::Contains("7: She played."));
}

TEST(ReadPlainText, FindsHeadings) {
    EXPECT_THAT(
        blocks_of("# Béla Bartók\n\n## Early years ##\nBorn.\n\nCHAPTER IX\n\nThen.\n\nPreface\n\nSo.\n\n"
                  "The Tour\n========\n\nThey went.\n\nAfter\n-----\nEnd."),
        testing::ElementsAre("1# Béla Bartók", "2# Early years", "4: Born.", "2# CHAPTER IX", "8: Then.",
                             "2# Preface", "12: So.", "1# The Tour", "17: They went.", "2# After",
                             "21: End."));
}

TEST(ReadPlainText, DoesNotTakeRunningTextForAHeading) {
    EXPECT_THAT(blocks_of("Part one of the tour was long.\n\n#1 in the charts\n\nLetter 3 arrived."),
                testing::ElementsAre("1: Part one of the tour was long.", "3: #1 in the charts",
                                     "5: Letter 3 arrived."));
}

TEST(ReadPlainText, RecognisesChaptersInOtherLanguages) {
    const auto headings = [](const char* text) {
        std::vector<std::string> found;
        for (const Block& block : read_plain_text(text, "a.txt").blocks) {
            if (block.kind == Block::Kind::heading) {
                found.push_back(block.text);
            }
        }
        return found;
    };
    EXPECT_THAT(headings("Erstes Kapitel\n\nSie spielte.\n\nKapitel 2\n\nEr sang.\n\nNachwort\n\nSo war es."),
                testing::ElementsAre("Erstes Kapitel", "Kapitel 2", "Nachwort"));
    EXPECT_THAT(headings("Capítulo I\n\nTocaba.\n\nCapítulo segundo\n\nCantaba.\n\nEpílogo\n\nFin de todo."),
                testing::ElementsAre("Capítulo I", "Capítulo segundo", "Epílogo"));
    EXPECT_THAT(headings("Première partie\n\nElle jouait.\n\nChapitre II\n\nIl chantait."),
                testing::ElementsAre("Première partie", "Chapitre II"));
}

} // namespace
} // namespace recital
