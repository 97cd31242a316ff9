// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "container/book/record.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

namespace recital {
namespace {

const std::string record =
    R"({"version":1,"samples":300,"loudness":-19.0,"true_peak":-3.0,"crc32":"5f9c5eee",)"
    R"("lengths":[100,200],"words":[4,6],"reduction":[2.62,0.0],"over_3_db":[7,0]})";

std::string with(std::string_view words, std::string_view others) {
    return std::string(record).replace(record.find(words), words.size(), others);
}

TEST(BookRecordTest, IsRead) {
    const BookRecord read = parse_book_record(record);
    EXPECT_EQ(read.samples, 300U);
    ASSERT_EQ(read.chapters.size(), 2U);
    EXPECT_EQ(read.chapters[1].words, 6U);
    EXPECT_EQ(read.starts, (std::vector<std::uint64_t>{0, 100}));
}

/// Such numbers were converted, the largest without a defined result.
TEST(BookRecordTest, IsRefusedIfACountIsNone) {
    for (const auto& [words, others] :
         {std::pair("\"samples\":300", "\"samples\":-1"), std::pair("\"version\":1", "\"version\":1e300"),
          std::pair("\"version\":1", "\"version\":-1"), std::pair("\"version\":1", "\"version\":0"),
          std::pair("\"words\":[4,6]", "\"words\":[4,6.5]"), std::pair("\"words\":[4,6]", "\"words\":[-4,6]"),
          std::pair("\"words\":[4,6]", "\"words\":10"),
          std::pair("\"over_3_db\":[7,0]", "\"over_3_db\":[7,1e300]")}) {
        EXPECT_THROW((void)parse_book_record(with(words, others)), Error) << others;
    }
}

/// Likewise: the sum was right again after it had overflowed.
TEST(BookRecordTest, IsRefusedIfItsLengthsOverflow) {
    EXPECT_THROW((void)parse_book_record(with("[100,200]", "[18446744073709551615,301]")), Error);
    EXPECT_THROW((void)parse_book_record(with("[100,200]", "[301,18446744073709551615]")), Error);
}

} // namespace
} // namespace recital
