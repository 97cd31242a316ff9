// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "container/reader/chapter_lists.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

using namespace std::string_literals;

const std::string nero =
    "\0\0\0\0\2"s + "\0\0\0\0\0\0\0\0"s + "\3One"s + "\0\0\0\0\0\x98\x96\x80"s + "\3Two"s;

TEST(NeroChapters, AreTimesAndTitles) {
    const auto chapters = parse_nero_chapters(nero);
    ASSERT_EQ(chapters.size(), 2U);
    EXPECT_EQ(chapters[0].title, "One");
    EXPECT_EQ(chapters[1].title, "Two");
    EXPECT_EQ(chapters[1].start, 1.0);
}

TEST(NeroChapters, AreRefusedIfTruncated) {
    for (std::size_t length = 0; length < nero.size(); ++length) {
        EXPECT_THROW((void)parse_nero_chapters(nero.substr(0, length)), Error) << length;
    }
}

const std::string cue = "\1\0\0\0"s + "\7\0\0\0\0\0\0\0"s + "data"s + "\0\0\0\0\0\0\0\0"s + "\xC0\x5D\0\0"s;

TEST(WaveChapters, AreCuePointsWithLabels) {
    const std::vector<std::string> lists = {"INFOxxxx", "adtl"s + "labl\x09\0\0\0\7\0\0\0Coda\0\0"s};
    const auto chapters = parse_wave_chapters(cue, lists, 24000);
    ASSERT_EQ(chapters.size(), 1U);
    EXPECT_EQ(chapters[0].title, "Coda");
    EXPECT_EQ(chapters[0].start, 1.0);
}

TEST(WaveChapters, MayHaveNoLabels) {
    EXPECT_EQ(parse_wave_chapters(cue, {}, 24000).at(0).title, "");
    EXPECT_TRUE(parse_wave_chapters("", {}, 24000).empty());
}

TEST(WaveChapters, AreRefusedIfTruncated) {
    for (std::size_t length = 1; length < cue.size(); ++length) {
        EXPECT_THROW((void)parse_wave_chapters(cue.substr(0, length), {}, 24000), Error) << length;
    }
    EXPECT_THROW((void)parse_wave_chapters(cue, {"adtl"s + "labl\2\0\0\0ab"s}, 24000), Error);
    EXPECT_THROW((void)parse_wave_chapters(cue, {"adtl"s + "labl\xFF\0\0\0ab"s}, 24000), Error);
}

} // namespace
} // namespace recital
