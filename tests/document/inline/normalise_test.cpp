// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/inline/normalise.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

TEST(NormaliseText, NormalisesAndDropsInvisibleCharacters) {
    EXPECT_EQ(normalise_text("Sa\u0301n\u00ADchez\u00A0 Pe\u0301rez\u200B\t–\x01 so "), "Sánchez Pérez – so");
    EXPECT_EQ(normalise_text("£5 and £6"), "£5 and £6");
    EXPECT_EQ(normalise_text("o\uFB03ce \uFB01rst"), "office first");
    EXPECT_EQ(normalise_text(" \u00A0\u200B"), "");
    EXPECT_EQ(normalise_text("a \x1A b", Controls::keep), "a \x1A b");
}

TEST(WithoutMarks, DropsNoteAndCitationMarks) {
    EXPECT_EQ(without_marks("He won.[3][12] Then he left[citation needed] town.[note 1]"),
              "He won. Then he left town.");
    EXPECT_EQ(without_marks("Page[Pg 12] marks [edit] go[a]."), "Page marks go.");
    EXPECT_EQ(without_marks("[and who] grew, in [1912], to [sic] fame"),
              "[and who] grew, in [1912], to [sic] fame");
}

TEST(WithoutMarks, KeepsWhatIsWrittenInTheScriptOfTheText) {
    const std::string dates = "Пётр Чайковский (7 мая 1840 — 6 ноября 1893) — русский композитор.";
    EXPECT_EQ(without_marks(dates), dates);
    EXPECT_EQ(without_marks("Пётр Чайковский (англ. Tchaikovsky) — композитор."),
              "Пётр Чайковский (англ. Tchaikovsky) — композитор.");
}

TEST(WithoutMarks, DropsGlossesAndKeepsDates) {
    EXPECT_EQ(without_marks("Pyotr Ilyich Tchaikovsky (Russian: Пётр Ильич Чайковский, IPA: [ˈpʲɵtr]; 7 May "
                            "1840 – 6 November "
                            "1893) was a composer."),
              "Pyotr Ilyich Tchaikovsky (7 May 1840 – 6 November 1893) was a composer.");
    EXPECT_EQ(without_marks(
                  "Ludwig van Beethoven (/ˈbeɪtoʊvən/; German: [ˈluːtvɪç]; baptised 17 December 1770) was"),
              "Ludwig van Beethoven (baptised 17 December 1770) was");
    EXPECT_EQ(without_marks("Dvořák (listen) was Czech."), "Dvořák was Czech.");
    EXPECT_EQ(without_marks("Béla Bartók (Hungarian: Bartók Béla, pronounced [ˈbɒrtoːk]), a composer"),
              "Béla Bartók, a composer");
    EXPECT_EQ(without_marks("(Чайковский) left"), "left");
    EXPECT_EQ(without_marks("He (and she) sang (in Paris; 1912)."), "He (and she) sang (in Paris; 1912).");
}

TEST(WithoutMarks, LeavesTheSpacingOfParentheses) {
    EXPECT_EQ(without_marks("at 400 yd ( 365.8 m ) away"), "at 400 yd ( 365.8 m ) away");
    EXPECT_EQ(without_marks("sung ( Paris;London )."), "sung ( Paris;London ).");
}

} // namespace
} // namespace recital
