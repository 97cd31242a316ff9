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
    return take;
}

TEST(Take, ComesBackAsItWas) {
    const Take take = some_take();
    const Take read = parse_take(serialise_take(take, key), key);
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

TEST(Take, TellsItsLengthByItsHeadAlone) {
    const std::string file = serialise_take(some_take(), key);
    const std::string_view head = std::string_view(file).substr(0, take_head_bytes(key));
    EXPECT_EQ(parse_take_length(head, key), 4096U);
    EXPECT_THROW((void)parse_take_length(head.substr(0, head.size() - 1), key), Error);
    EXPECT_THROW((void)parse_take_length(head, "take 1\nsay A nocturne!\n"), Error);
    EXPECT_THROW((void)parse_take_length('x' + std::string(head.substr(1)), key), Error);
}

TEST(Take, MayBeEmpty) {
    const Take read = parse_take(serialise_take({}, ""), "");
    EXPECT_EQ(read.samples, 0U);
    EXPECT_TRUE(read.packets.sizes.empty() && read.packets.bytes.empty());
    EXPECT_TRUE(read.sentences.empty() && read.words.empty());
}

TEST(Take, IsTheSameFileEachTime) {
    EXPECT_EQ(serialise_take(some_take(), key), serialise_take(some_take(), key));
}

TEST(Take, IsRefusedWhenCutShortAnywhere) {
    const std::string file = serialise_take(some_take(), key);
    for (std::size_t length = 0; length < file.size(); ++length) {
        ASSERT_THROW((void)parse_take(file.substr(0, length), key), Error) << length;
    }
}

TEST(Take, IsRefusedWhenAnyByteIsDamaged) {
    const std::string file = serialise_take(some_take(), key);
    for (std::size_t position = 0; position < file.size(); ++position) {
        for (const int change : {0x01, 0x80, 0xFF}) {
            std::string damaged = file;
            damaged[position] = static_cast<char>(damaged[position] ^ change);
            ASSERT_THROW((void)parse_take(damaged, key), Error) << position;
        }
    }
}

TEST(Take, IsRefusedWhenSomethingStandsBehindIt) {
    EXPECT_THROW((void)parse_take(serialise_take(some_take(), key) + '\0', key), Error);
}

TEST(Take, IsRefusedUnderAnotherKey) {
    const std::string file = serialise_take(some_take(), key);
    for (const std::string& other : {std::string(), key + "x", key.substr(1), std::string("another")}) {
        EXPECT_THROW((void)parse_take(file, other), Error);
    }
}

} // namespace
} // namespace recital
