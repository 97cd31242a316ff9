// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/structure/heading.h"

#include <gtest/gtest.h>

#include <vector>

namespace recital {
namespace {

TEST(PartsOfHeading, AreDivisionNumberAndTitle) {
    struct Case {
        const char* heading;
        HeadingParts parts;
    };
    const std::vector<Case> cases = {{"Chapter IV. Brecon", {"Chapter", "IV", 4, "Brecon"}},
                                     {"Chapter 4: Brecon", {"Chapter", "4", 4, "Brecon"}},
                                     {"Chapter\nIV", {"Chapter", "IV", 4, ""}},
                                     {"Zweites Kapitel", {"Kapitel", "Zweites", 0, ""}},
                                     {"IV", {"", "IV", 4, ""}},
                                     {"4.", {"", "4", 4, ""}},
                                     {"2 / A Harp", {"", "2", 2, "A Harp"}},
                                     {"2.3 The mill", {"", "2.3", 3, "The mill"}},
                                     {"1925 in Paris", {"", "", 0, "1925 in Paris"}},
                                     {"I remember", {"", "", 0, "I remember"}},
                                     {"C. P. E. Bach", {"", "", 0, "C. P. E. Bach"}},
                                     {"Four", {"", "Four", 0, ""}},
                                     {"Mix", {"", "", 0, "Mix"}},
                                     {"Part of the tour", {"", "", 0, "Part of the tour"}}};
    for (const Case& example : cases) {
        const HeadingParts parts = parts_of_heading(example.heading);
        EXPECT_EQ(parts.division, example.parts.division) << example.heading;
        EXPECT_EQ(parts.numeral, example.parts.numeral) << example.heading;
        EXPECT_EQ(parts.number, example.parts.number) << example.heading;
        EXPECT_EQ(parts.title, example.parts.title) << example.heading;
    }
}

TEST(JoinedHeadings, AreThoseOfOneDivision) {
    EXPECT_EQ(joined_headings("Chapter I", "The Kitchen"), "Chapter I\nThe Kitchen");
    EXPECT_EQ(joined_headings("1", "1. The Kitchen"), "1. The Kitchen");
    EXPECT_EQ(joined_headings("The Kitchen", "THE KITCHEN"), "The Kitchen");
    EXPECT_EQ(joined_headings("The Kitchen", "1"), std::nullopt);
    EXPECT_EQ(joined_headings("Part One", "Chapter 1"), std::nullopt);
    EXPECT_EQ(joined_headings("The Kitchen", "The Mill"), std::nullopt);
}

TEST(LabelledHeading, IsTheFullerOfBoth) {
    EXPECT_EQ(labelled_heading("4. Brecon", "IV"), "4. Brecon");
    EXPECT_EQ(labelled_heading("Brecon", "IV"), "IV\nBrecon");
    EXPECT_EQ(labelled_heading("Brecon", "Brecon and the Harp"), "Brecon and the Harp");
    EXPECT_EQ(labelled_heading("4. Brecon", "V. Oslo"), std::nullopt);
    EXPECT_EQ(labelled_heading("Brecon", "Oslo"), std::nullopt);
}

TEST(IsDate, NeedsANameOfADayOrMonth) {
    for (const char* date :
         {"Thursday, June 20", "3 May 1912", "3. Mai 1912", "Montag", "1912-05-03", "May 3rd"}) {
        EXPECT_TRUE(is_date(date)) << date;
    }
    for (const char* text : {"1919", "Paris, 1925", "May", "June Carter", "20 songs", "3"}) {
        EXPECT_FALSE(is_date(text)) << text;
    }
}

} // namespace
} // namespace recital
