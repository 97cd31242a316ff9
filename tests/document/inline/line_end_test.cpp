// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/inline/line_end.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

TEST(LineEnds, JoinWordsAndKeepCompounds) {
    const std::string text = "The veldmas and the weir-song.";
    LineEnds ends(text);
    EXPECT_EQ(ends.border("two con-", "certs in"), LineBorder::rejoined);
    EXPECT_EQ(ends.border("a well-", "known player"), LineBorder::glued);
    EXPECT_EQ(ends.border("a twelve-year-", "old boy"), LineBorder::glued);
    EXPECT_EQ(ends.border("a car-", "pet from"), LineBorder::rejoined);
    EXPECT_EQ(ends.border("the veld-", "mas is"), LineBorder::rejoined);
    EXPECT_EQ(ends.border("the weir-", "song is"), LineBorder::glued);
    EXPECT_EQ(ends.border("of old Brand-", "heuser"), LineBorder::rejoined);
    EXPECT_EQ(ends.border("Stratford-upon-", "Avon"), LineBorder::glued);
}

TEST(LineEnds, LeaveOtherEndsAlone) {
    LineEnds ends({});
    EXPECT_EQ(ends.border("pre-", "and post-war"), LineBorder::blank);
    EXPECT_EQ(ends.border("she left -", "and came"), LineBorder::blank);
    EXPECT_EQ(ends.border("from 1912-", "1914"), LineBorder::blank);
    EXPECT_EQ(ends.border("the end", "of it"), LineBorder::blank);
}

TEST(LineEnds, RemoveSoftAndScannedHyphens) {
    LineEnds ends({});
    std::string text = "two con\u00AD";
    ends.append(text, "certs");
    EXPECT_EQ(text, "two concerts");
    text = "two con\u00AC";
    ends.append(text, "certs");
    EXPECT_EQ(text, "two concerts");
}

} // namespace
} // namespace recital
