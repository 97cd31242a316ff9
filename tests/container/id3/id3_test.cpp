// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/id3/id3.h"

#include <gtest/gtest.h>

#include <string>

namespace recital {
namespace {

std::string tag_with_date(const std::string& date) {
    Book book;
    book.tags.date = date;
    return id3_tag_without_chapters(book);
}

/// What stands in a text frame of ASCII; empty where there is no such frame.
std::string text_of(const std::string& tag, const std::string& frame) {
    constexpr std::size_t header = 10;
    const auto at = tag.find(frame);
    if (at == std::string::npos) {
        return {};
    }
    const auto size = static_cast<unsigned char>(tag[at + 7]); // the lowest of four bytes
    return tag.substr(at + header + 1, size - 1U);             // behind the encoding
}

// TYER held the first four letters of any date: "May ", "c.18", "06.0".
TEST(Id3, TheYearIsAYear) {
    const auto year = [](const std::string& date) { return text_of(tag_with_date(date), "TYER"); };
    EXPECT_EQ(year("2021"), "2021");
    EXPECT_EQ(year("2021-05-06"), "2021");
    EXPECT_EQ(year("2021-05"), "2021");
    EXPECT_EQ(year("May 2021"), "2021");
    EXPECT_EQ(year("c.1850"), "1850");
    EXPECT_EQ(year("06.05.2021"), "2021");
    EXPECT_EQ(year("the 1850s"), "");
    EXPECT_EQ(year("20210506"), "");
    EXPECT_EQ(year("19th century"), "");
    EXPECT_EQ(year(""), "");
}

TEST(Id3, ADateIsKeptInFull) {
    EXPECT_EQ(text_of(tag_with_date("2021-05-06"), "TDAT"), "0605");
    EXPECT_EQ(tag_with_date("2021-05-06").find("DATE"), std::string::npos);
    EXPECT_EQ(tag_with_date("2021").find("DATE"), std::string::npos);
    for (const std::string date : {"May 2021", "c.1850", "06.05.2021", "2021-05", "20210506", "the 1850s"}) {
        EXPECT_EQ(text_of(tag_with_date(date), "TXXX"), std::string("DATE\0", 5) + date);
        EXPECT_EQ(text_of(tag_with_date(date), "TDAT"), "") << date;
    }
}

} // namespace
} // namespace recital
