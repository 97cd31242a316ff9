// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/byte_stream.h"

#include <gtest/gtest.h>

#include <limits>

namespace recital {
namespace {

TEST(ByteStream, ReadsWhatWasWritten) {
    ByteWriter writer;
    writer.number(std::numeric_limits<std::uint64_t>::max());
    writer.real(-0.1);
    writer.flag(true);
    writer.flag(false);
    writer.text("Dvořák\0"); // up to the zero
    writer.text({});
    writer.raw("raw");
    const std::string bytes = writer.take();
    EXPECT_TRUE(writer.take().empty());

    ByteReader reader(bytes);
    EXPECT_EQ(reader.number(), std::numeric_limits<std::uint64_t>::max());
    EXPECT_EQ(reader.real(), -0.1);
    EXPECT_TRUE(reader.flag());
    EXPECT_FALSE(reader.flag());
    EXPECT_EQ(reader.text(), "Dvořák");
    EXPECT_EQ(reader.text(), "");
    EXPECT_THROW(reader.expect_end(), MalformedBytes);
    EXPECT_EQ(reader.raw(2), "ra");
    EXPECT_EQ(reader.rest(), "w");
    reader.expect_end();
}

TEST(ByteStream, HasNumbersLeastSignificantByteFirst) {
    ByteWriter writer;
    writer.number(0x0102);
    EXPECT_EQ(writer.take(), std::string("\x02\x01\0\0\0\0\0\0", 8));
}

TEST(ByteStream, HasCompactNumbersInAsFewBytesAsTheyNeed) {
    ByteWriter writer;
    writer.compact(0);
    writer.compact(127);
    writer.compact(300);
    writer.compact_text("Dvořák");
    writer.compact(std::numeric_limits<std::uint64_t>::max());
    const std::string bytes = writer.take();
    EXPECT_EQ(bytes.substr(0, 4), std::string("\0\x7f\xac\x02", 4));

    ByteReader reader(bytes);
    EXPECT_EQ(reader.compact(), 0U);
    EXPECT_EQ(reader.compact(), 127U);
    EXPECT_EQ(reader.compact(), 300U);
    EXPECT_EQ(reader.compact_text(), "Dvořák");
    EXPECT_FALSE(reader.is_at_end());
    EXPECT_EQ(reader.compact(), std::numeric_limits<std::uint64_t>::max());
    EXPECT_TRUE(reader.is_at_end());
    EXPECT_THROW((void)reader.compact(), MalformedBytes);
    EXPECT_THROW((void)ByteReader(std::string(11, '\xff')).compact(), MalformedBytes);
}

/// A fuzzer's find: what did not fit into an integer was cut down to one.
TEST(ByteStream, RefusesNumbersThatAreNoIntegers) {
    for (const int value : {0, -1, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()}) {
        ByteWriter writer;
        writer.integer(value);
        const std::string bytes = writer.take();
        EXPECT_EQ(ByteReader(bytes).integer(), value);
    }
    for (const std::uint64_t number :
         {std::uint64_t{1} << 31U, std::uint64_t{1} << 63U, ~(std::uint64_t{1} << 31U)}) {
        ByteWriter writer;
        writer.number(number);
        const std::string bytes = writer.take();
        EXPECT_THROW((void)ByteReader(bytes).integer(), MalformedBytes) << number;
    }
}

TEST(ByteStream, NeverReadsPastTheEnd) {
    ByteWriter writer;
    writer.text("four");
    const std::string bytes = writer.take();
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        ByteReader reader(std::string_view(bytes).substr(0, size));
        EXPECT_THROW((void)reader.text(), MalformedBytes) << size;
    }
    const std::string huge(8, '\xFF');
    EXPECT_THROW((void)ByteReader(huge).text(), MalformedBytes);
    EXPECT_THROW((void)ByteReader(huge).count(1), MalformedBytes);
    EXPECT_THROW((void)ByteReader("").flag(), MalformedBytes);
}

TEST(ByteStream, RefusesValuesThatNoWriterWrites) {
    EXPECT_THROW((void)ByteReader("\2").flag(), MalformedBytes);
    ByteWriter writer;
    writer.number(3);
    writer.raw("123456");
    const std::string bytes = writer.take();
    EXPECT_EQ(ByteReader(bytes).count(2), 3U);
    EXPECT_THROW((void)ByteReader(bytes).count(3), MalformedBytes);
    EXPECT_EQ(ByteReader(bytes).number_below(4), 3U);
    EXPECT_THROW((void)ByteReader(bytes).number_below(3), MalformedBytes);
}

} // namespace
} // namespace recital
