// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/lexicon/edit.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

TEST(AnEditedTable, GetsTheEntryAtItsEnd) {
    const EditedTable edited = with_entry("# Names\nAlmaty\tal-MAH-tee", "Dvořák", "DVOR-zhahk");
    EXPECT_EQ(edited.text, "# Names\nAlmaty\tal-MAH-tee\nDvořák\tDVOR-zhahk\n");
    EXPECT_EQ(edited.line, 3U);
    EXPECT_EQ(edited.replaced, "");
}

TEST(AnEditedTable, CanBeginEmpty) {
    const EditedTable edited = with_entry("", " Dvořák ", " /ˈdvɔːrʒɑːk/ ");
    EXPECT_EQ(edited.text, "Dvořák\t/ˈdvɔːrʒɑːk/\n");
    EXPECT_EQ(edited.line, 1U);
}

TEST(AnEditedTable, HasTheEntryInThePlaceOfThatOfTheForm) {
    const EditedTable edited =
        with_entry("A\tah\n\nDvor\u030ca\u0301k\t-\t-\told\tusage\nB\tbee\n", "Dvořák", "new");
    EXPECT_EQ(edited.text, "A\tah\n\nDvořák\tnew\nB\tbee\n");
    EXPECT_EQ(edited.line, 3U);
    EXPECT_EQ(edited.replaced, "old");
}

TEST(AnEditedTable, KeepsEntriesOfContexts) {
    const std::string table = "Bow\t-\tafter:took a\tbow\n#Bow\tx\n";
    EXPECT_EQ(with_entry(table, "Bow", "BOH").text, table + "Bow\tBOH\n");
}

// The first entry that fits wins.
TEST(AnEditedTable, HasTheEntryAboveOneThatWouldWin) {
    EXPECT_EQ(with_entry("A\tah\nBow\ten\t-\tboh\n", "Bow", "BOH").text,
              "A\tah\nBow\tBOH\nBow\ten\t-\tboh\n");
}

TEST(AnEditedTable, FindsShortEntriesWithEmptyCellsAndOtherApostrophes) {
    EXPECT_EQ(with_entry("Bow\tboh\t\t\n", "Bow", "BOH").text, "Bow\tBOH\n");
    EXPECT_EQ(with_entry("O\u2019Connor\told\n", "O'Connor", "new").text, "O'Connor\tnew\n");
}

TEST(AnEditedTable, KeepsItsKindOfLineEnds) {
    EXPECT_EQ(with_entry("A\tah\r\nB\tbee\r\n", "A", "ay").text, "A\tay\r\nB\tbee\r\n");
    EXPECT_EQ(with_entry("A\tah\r\n", "C", "see").text, "A\tah\r\nC\tsee\r\n");
}

// Editors of some systems write it, and a reader skips it: it must not become a part of an entry.
TEST(AnEditedTable, KeepsTheMarkOfUtf8) {
    EXPECT_EQ(with_entry("\uFEFFA\tah\n", "A", "ay").text, "\uFEFFA\tay\n");
}

} // namespace
} // namespace recital
