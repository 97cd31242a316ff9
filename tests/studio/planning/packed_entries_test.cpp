// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/planning/packed_entries.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>

namespace recital {
namespace {

TEST(PackedEntriesTest, ReadsFieldsInTheOrderInWhichTheyWereWritten) {
    FieldWriter writer;
    writer.number(300);
    writer.text("Clara");
    writer.digest(digest_of("a"));
    writer.text("");
    FieldReader reader(writer.bytes());
    EXPECT_EQ(reader.number(), 300U);
    EXPECT_EQ(reader.text(), "Clara");
    EXPECT_EQ(reader.digest(), digest_of("a"));
    EXPECT_EQ(reader.text(), "");
}

TEST(PackedEntriesTest, WritesSmallNumbersInFewBytes) {
    for (const auto& [number, bytes] : {std::pair<std::uint64_t, std::size_t>{0, 1},
                                        {127, 1},
                                        {128, 2},
                                        {16383, 2},
                                        {16384, 3},
                                        {std::uint64_t{1} << 63U, 10},
                                        {std::numeric_limits<std::uint64_t>::max(), 10}}) {
        FieldWriter writer;
        writer.number(number);
        EXPECT_EQ(writer.bytes().size(), bytes) << number;
        EXPECT_EQ(FieldReader(writer.bytes()).number(), number);
    }
}

TEST(PackedEntriesTest, FindsEntriesOfAnySizeByNumber) {
    const auto entry_of = [](std::size_t number) {
        return std::string(number % 7 == 0 ? 70000 : number, static_cast<char>('a' + number % 26));
    };
    PackedEntries entries;
    constexpr std::size_t count = 2000;
    for (std::size_t number = 0; number < count; ++number) {
        entries.add(entry_of(number));
    }
    ASSERT_EQ(entries.size(), count);
    for (std::size_t number = 0; number < count; ++number) {
        const std::string expected = entry_of(number);
        EXPECT_EQ(entries.at(number).substr(0, expected.size()), expected) << number;
    }
}

} // namespace
} // namespace recital
