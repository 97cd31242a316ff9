// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/inline/signs.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

TEST(Rules, AreLinesOfDrawingSigns) {
    EXPECT_TRUE(is_rule("* * *"));
    EXPECT_TRUE(is_rule("//////"));
    EXPECT_TRUE(is_rule("\u2014\u2014\u2014"));
    EXPECT_FALSE(is_rule("..."));
    EXPECT_FALSE(is_rule("--"));
    EXPECT_FALSE(is_rule("- a -"));
}

TEST(Rules, AreRemovedFromTheEndsOfAText) {
    EXPECT_EQ(without_rules("===== Early years ====="), "Early years");
    EXPECT_EQ(without_rules("/////Early years"), "Early years");
    EXPECT_EQ(without_rules("---- Early years ----"), "Early years");
    EXPECT_EQ(without_rules("Mr. S----"), "Mr. S----");
    EXPECT_EQ(without_rules("------"), "------");
    EXPECT_EQ(without_rules(""), "");
}

TEST(OpeningQuotes, MatchTheirClosingMark) {
    EXPECT_EQ(with_opening_quotes("He said: `Don't go.'"), "He said: 'Don't go.'");
    EXPECT_EQ(with_opening_quotes("He said: `Go.\u2019"), "He said: \u2018Go.\u2019");
    EXPECT_EQ(with_opening_quotes("``Go,'' he said."), "\"Go,\" he said.");
    EXPECT_EQ(with_opening_quotes("Type `ls` and `cd ..` here; a`b"), "Type `ls` and `cd ..` here; a`b");
}

TEST(ClosingPunctuation, BelongsToThePrecedingText) {
    EXPECT_EQ(closing_punctuation("."), 1U);
    EXPECT_EQ(closing_punctuation("?) He"), 2U);
    EXPECT_EQ(closing_punctuation("... he"), 0U);
    EXPECT_EQ(closing_punctuation(".5 m"), 0U);
    EXPECT_EQ(closing_punctuation("He"), 0U);
}

} // namespace
} // namespace recital
