// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "container/codec/take.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

const std::string key = "take 1\nsay A nocturne.\n";

Take some_take() {
    Take take;
    take.samples = 4096;
    take.packets.sizes = {3, 0, 5};
    take.packets.bytes = std::string("\0\1\2abcde", 8);
    take.sentences = {{1024, 2000}, {2400, 3000}};
    take.words = {{1024, 0, 1, 0}, {1500, 2, 8, 0}, {2400, 0, 4, 1}};
    take.limiter = {2.5, 7};
    return take;
}

std::string file_of(const Take& take) {
    return serialise_take(take, summarise(take, 2048), key);
}

TEST(Take, ComesBackAsItWas) {
    const Take take = some_take();
    const Take read = parse_take(file_of(take), digest_of(key));
    EXPECT_EQ(read.samples, take.samples);
    EXPECT_EQ(read.packets.sizes, take.packets.sizes);
    EXPECT_EQ(read.packets.bytes, take.packets.bytes);
    ASSERT_EQ(read.sentences.size(), 2U);
    EXPECT_EQ(read.sentences[1].first, 2400U);
    EXPECT_EQ(read.sentences[1].last, 3000U);
    ASSERT_EQ(read.words.size(), 3U);
    EXPECT_EQ(read.words[1].first_sample, 1500U);
    EXPECT_EQ(read.words[1].text_position, 2U);
    EXPECT_EQ(read.words[1].text_length, 8U);
    EXPECT_EQ(read.words[2].sentence, 1U);
}

TEST(Take, IsSummarisedForABook) {
    const TakeSummary summary = summarise(some_take(), 2048);
    EXPECT_EQ(summary.samples, 4096U);
    EXPECT_EQ(summary.words, 3U);
    EXPECT_EQ(summary.kept_packets, (PacketTotals{2, 3, 3}));
    EXPECT_EQ(summary.rest_packets, (PacketTotals{1, 5, 5})) << "the packet of the codec's delay";
    EXPECT_EQ(summary.limiter.samples_over_3_db, 7U);
    Take later = some_take();
    later.words[1].first_sample += 1;
    EXPECT_NE(summarise(later, 2048).times, summary.times);
}

TEST(Take, HasItsSummaryAtTheHeadOfItsFile) {
    const TakeSummary summary = summarise(some_take(), 2048);
    const std::string file = file_of(some_take());
    const std::string head = file.substr(0, take_head_bytes);
    EXPECT_EQ(serialise_summary(parse_take_head(head, digest_of(key))), serialise_summary(summary));
    EXPECT_EQ(serialise_summary(parse_summary(serialise_summary(summary))), serialise_summary(summary));
    EXPECT_THROW((void)parse_take_head(head, digest_of("another")), Error);
    for (std::size_t position = 0; position < head.size(); ++position) {
        std::string damaged = head;
        damaged[position] = static_cast<char>(damaged[position] ^ 1);
        ASSERT_THROW((void)parse_take_head(damaged, digest_of(key)), Error) << position;
        ASSERT_THROW((void)parse_take_head(head.substr(0, position), digest_of(key)), Error) << position;
    }
}

TEST(Take, MayBeEmpty) {
    const Take read = parse_take(serialise_take({}, summarise({}, 1024), ""), digest_of(""));
    EXPECT_EQ(read.samples, 0U);
    EXPECT_TRUE(read.packets.sizes.empty() && read.packets.bytes.empty());
    EXPECT_TRUE(read.sentences.empty() && read.words.empty());
}

TEST(Take, IsTheSameFileEachTime) {
    EXPECT_EQ(file_of(some_take()), file_of(some_take()));
}

TEST(Take, IsRefusedWhenCutShortAnywhere) {
    const std::string file = file_of(some_take());
    for (std::size_t length = 0; length < file.size(); ++length) {
        ASSERT_THROW((void)parse_take(file.substr(0, length), digest_of(key)), Error) << length;
    }
}

TEST(Take, IsRefusedWhenAnyByteIsDamaged) {
    const std::string file = file_of(some_take());
    for (std::size_t position = 0; position < file.size(); ++position) {
        for (const int change : {0x01, 0x80, 0xFF}) {
            std::string damaged = file;
            damaged[position] = static_cast<char>(damaged[position] ^ change);
            ASSERT_THROW((void)parse_take(damaged, digest_of(key)), Error) << position;
        }
    }
}

TEST(Take, IsRefusedWhenSomethingStandsBehindIt) {
    EXPECT_THROW((void)parse_take(file_of(some_take()) + '\0', digest_of(key)), Error);
}

/// A fuzzer's find: whoever copies the packets would have read beyond them.
TEST(Take, IsRefusedIfItsPacketsHaveOtherSizes) {
    for (const std::uint32_t last : {4U, 6U}) {
        Take take = some_take();
        const TakeSummary summary = summarise(take, 2048);
        take.packets.sizes.back() = last;
        EXPECT_THROW((void)parse_take(serialise_take(take, summary, key), digest_of(key)), Error) << last;
    }
}

TEST(Take, IsRefusedUnderAnotherKey) {
    const std::string file = file_of(some_take());
    for (const std::string& other : {std::string(), key + "x", key.substr(1), std::string("another")}) {
        EXPECT_THROW((void)parse_take(file, digest_of(other)), Error);
    }
}

} // namespace
} // namespace recital
