// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/strings.h"

#include <gtest/gtest.h>

#include <string>

namespace recital {
namespace {

TEST(Strings, AreTrimmedAtBothEnds) {
    EXPECT_EQ(trimmed(" \t a b\r\n"), "a b");
    EXPECT_EQ(trimmed("--a-b--", "-"), "a-b");
    EXPECT_EQ(trimmed(" \n "), "");
    EXPECT_EQ(trimmed(""), "");
    EXPECT_EQ(trimmed("--a-b--", ByteSet("-")), "a-b");
    EXPECT_EQ(trimmed("---", ByteSet("-")), "");
}

TEST(Strings, AreTestedForConsistingOfGivenBytes) {
    EXPECT_TRUE(consists_of("XIV", "IVX"));
    EXPECT_FALSE(consists_of("XLV", "IVX"));
    EXPECT_FALSE(consists_of("", "IVX"));
    EXPECT_TRUE(is_digits("1828"));
    EXPECT_FALSE(is_digits("182B"));
}

TEST(Strings, AreCutAtTheFirstSeparator) {
    std::string_view rest = "one,,two";
    EXPECT_EQ(cut_front(rest, ','), "one");
    EXPECT_EQ(rest, ",two");
    EXPECT_EQ(cut_front(rest, ','), "");
    EXPECT_EQ(cut_front(rest, ','), "two");
    EXPECT_EQ(rest, "");
    EXPECT_EQ(cut_front(rest, ','), "");
}

TEST(Strings, AreSearchedForAnyOfSeveralBytes) {
    static constexpr ByteSet marks("<&");
    const std::string plain(100, 'a'); // so long that each byte is looked for separately
    EXPECT_FALSE(marks.is_in("ab"));
    EXPECT_TRUE(marks.is_in("a&"));
    EXPECT_FALSE(marks.is_in(plain));
    EXPECT_TRUE(marks.is_in(plain + "&"));
    EXPECT_TRUE(marks.is_in("<" + plain));
}

TEST(Strings, ShowByTheirPairsOfBytesWhatTheyDoNotHold) {
    const BytePairs pairs("all rights reserved");
    EXPECT_TRUE(pairs.may_hold("rights"));
    EXPECT_TRUE(pairs.may_hold("r"));
    EXPECT_TRUE(pairs.may_hold(""));
    EXPECT_FALSE(pairs.may_hold("pronounced"));
    EXPECT_FALSE(BytePairs("").may_hold("ab"));
}

TEST(Strings, AreSplitAtEverySeparator) {
    using Parts = std::vector<std::string_view>;
    EXPECT_EQ(split("a|b||", '|'), (Parts{"a", "b", "", ""}));
    EXPECT_EQ(split("a", '|'), Parts{"a"});
    EXPECT_EQ(split("", '|'), Parts{""});
}

} // namespace
} // namespace recital
