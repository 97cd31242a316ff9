// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/marks/reference_marks.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

TEST(WithoutReferenceMarks, DropsNoteAndCitationMarks) {
    EXPECT_EQ(without_reference_marks("He won.[3][12] Then he left[citation needed] town.[note 1]"),
              "He won. Then he left town.");
    EXPECT_EQ(without_reference_marks("Page[Pg 12] marks [edit] go[a]."), "Page marks go.");
    EXPECT_EQ(without_reference_marks("[and who] grew, in [1912], to [sic] fame"),
              "[and who] grew, in [1912], to [sic] fame");
}

TEST(WithoutReferenceMarks, KeepsWhatIsWrittenInTheScriptOfTheText) {
    const std::string dates = "Пётр Чайковский (7 мая 1840 — 6 ноября 1893) — русский композитор.";
    EXPECT_EQ(without_reference_marks(dates), dates);
    EXPECT_EQ(without_reference_marks("Пётр Чайковский (англ. Tchaikovsky) — композитор."),
              "Пётр Чайковский (англ. Tchaikovsky) — композитор.");
}

TEST(WithoutReferenceMarks, DropsGlossesAndKeepsDates) {
    EXPECT_EQ(without_reference_marks(
                  "Pyotr Ilyich Tchaikovsky (Russian: Пётр Ильич Чайковский, IPA: [ˈpʲɵtr]; 7 May "
                  "1840 – 6 November "
                  "1893) was a composer."),
              "Pyotr Ilyich Tchaikovsky (7 May 1840 – 6 November 1893) was a composer.");
    EXPECT_EQ(without_reference_marks(
                  "Ludwig van Beethoven (/ˈbeɪtoʊvən/; German: [ˈluːtvɪç]; baptised 17 December 1770) was"),
              "Ludwig van Beethoven (baptised 17 December 1770) was");
    EXPECT_EQ(without_reference_marks("Dvořák (listen) was Czech."), "Dvořák was Czech.");
    EXPECT_EQ(
        without_reference_marks("Béla Bartók (Hungarian: Bartók Béla, pronounced [ˈbɒrtoːk]), a composer"),
        "Béla Bartók, a composer");
    EXPECT_EQ(without_reference_marks("(Чайковский) left"), "left");
    EXPECT_EQ(without_reference_marks("He (and she) sang (in Paris; 1912)."),
              "He (and she) sang (in Paris; 1912).");
}

TEST(WithoutReferenceMarks, LeavesTheSpacingOfParentheses) {
    EXPECT_EQ(without_reference_marks("at 400 yd ( 365.8 m ) away"), "at 400 yd ( 365.8 m ) away");
    EXPECT_EQ(without_reference_marks("sung ( Paris;London )."), "sung ( Paris;London ).");
}

} // namespace
} // namespace recital
