// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/english.h"
#include "text/script/script.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

/// The spoken form with each comma that stands for a dash or a parenthesis shown as a dash.
std::string with_dashes(std::string_view paragraph) {
    std::string shown;
    for (const Sentence& sentence : read_aloud(paragraph, testing_support::english())) {
        std::string text = sentence.spoken;
        for (const std::size_t place : sentence.dashes) {
            text.at(place) = '-';
        }
        shown += shown.empty() ? text : ' ' + text;
    }
    return shown;
}

TEST(DashPlaces, AreTheCommasOfDashesAndParentheses) {
    EXPECT_EQ(with_dashes("Her teacher \u2013 a pupil of Liszt \u2013 came."),
              "Her teacher- a pupil of Liszt- came.");
    EXPECT_EQ(with_dashes("Her teacher\u2014a pupil of Liszt\u2014came."),
              "Her teacher- a pupil of Liszt- came.");
    EXPECT_EQ(with_dashes("The city (then a village) grew."), "The city- then a village- grew.");
}

TEST(DashPlaces, AreNotOtherCommas) {
    EXPECT_EQ(with_dashes("She came, she sang, and she left."), "She came, she sang, and she left.");
    EXPECT_EQ(with_dashes("A well-known song from 1950\u20131960."),
              "A well-known song from nineteen fifty to nineteen sixty.");
}

TEST(DashPlaces, GiveWayToStrongerMarks) {
    EXPECT_EQ(with_dashes("It grew (slowly); then it fell."), "It grew- slowly; then it fell.");
    EXPECT_EQ(with_dashes("It ended (in 1950)."), "It ended- in nineteen fifty.");
}

} // namespace
} // namespace recital
