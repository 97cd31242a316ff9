// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/engine/clause_mark.h"
#include "speech/engine/pace.h"

#include <gtest/gtest.h>

#include <cmath>

namespace recital {
namespace {

TEST(Pace, SpeedsUpLongWordsAndSlowsDownShortOnes) {
    EXPECT_GT(pace_of("Conservatories commissioned extraordinary orchestrations.", 0.25), 1.02);
    EXPECT_LT(pace_of("He sat by me on an old log as the sun set.", 0.25), 0.98);
    EXPECT_DOUBLE_EQ(pace_of("Abcd efghi.", 0.5), std::sqrt(4.5 / 4.8));
}

TEST(Pace, IsOneForEvennessZero) {
    for (const char* plain : {"", "...", "I.", "Conservatories commissioned extraordinary orchestrations."}) {
        EXPECT_EQ(pace_of(plain, 0), 1.0) << plain;
    }
    EXPECT_EQ(pace_of("", 1), 1.0);
}

TEST(Pace, StaysWithinATenth) {
    EXPECT_EQ(pace_of("I a o.", 1), 0.9);
    EXPECT_EQ(pace_of("Antidisestablishmentarianism", 1), 1.1);
}

TEST(Pace, CountsLettersOfEveryScript) {
    EXPECT_EQ(pace_of("Дом у реки.", 1), pace_of("Dom u reki.", 1));
}

TEST(ClauseMark, IsTheOneBeforeTheClausesEnd) {
    const std::string text = "When he left, Bekzat sat; two – three (four).";
    EXPECT_EQ(clause_mark(text, 13).mark, U',');
    EXPECT_EQ(clause_mark(text, 14).mark, U',') << "a space behind it";
    EXPECT_EQ(clause_mark(text, 25).mark, U';');
    EXPECT_EQ(clause_mark(text, 14).position, 12U);
    EXPECT_EQ(clause_mark(text, 31).mark, U'–') << "counted in characters, not in bytes";
    EXPECT_EQ(clause_mark(text, 1000).mark, U'.');
    EXPECT_EQ(clause_mark(text, 5).mark, 0U);
    EXPECT_EQ(clause_mark(text, 0).mark, 0U);
    EXPECT_EQ(clause_mark("", 3).mark, 0U);
}

} // namespace
} // namespace recital
