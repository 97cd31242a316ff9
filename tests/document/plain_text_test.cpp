// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/plain_text.h"

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

TEST(ReadPlainText, JoinsHardWrappedLinesAndPartsAtBlankLines) {
    EXPECT_THAT(blocks_of("He studied\nin Moscow.\n\n\n  He   toured.\n \t\nEnd."),
                testing::ElementsAre("1: He studied in Moscow.", "5: He toured.", "7: End."));
}

TEST(ReadPlainText, TakesLongLinesForParagraphs) {
    const std::string line(200, 'a');
    EXPECT_THAT(blocks_of(line + "\n" + line), testing::ElementsAre("1: " + line, "2: " + line));
}

TEST(ReadPlainText, FindsHeadings) {
    EXPECT_THAT(
        blocks_of("# Béla Bartók\n\n## Early years ##\nBorn.\n\nCHAPTER IX\n\nThen.\n\nPreface\n\nSo.\n\n"
                  "The Tour\n========\n\nThey went.\n\nAfter\n-----\nEnd."),
        testing::ElementsAre("1# Béla Bartók", "2# Early years", "4: Born.", "2# CHAPTER IX", "8: Then.",
                             "2# Preface", "12: So.", "1# The Tour", "17: They went.", "2# After",
                             "21: End."));
}

TEST(ReadPlainText, RunningTextIsNoHeading) {
    EXPECT_THAT(blocks_of("Part one of the tour was long.\n\n#1 in the charts\n\nLetter 3 arrived."),
                testing::ElementsAre("1: Part one of the tour was long.", "3: #1 in the charts",
                                     "5: Letter 3 arrived."));
}

} // namespace
} // namespace recital
