// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "container/subtitles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recital {
namespace {

std::string refusal(const std::string& content, const char* kind) {
    try {
        (void)parse_subtitles(content, kind);
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

TEST(Subtitles, AreReadFromWebVtt) {
    const auto cues =
        parse_subtitles("WEBVTT - a title\n\nNOTE\nnothing\n\n1\n00:01.500 --> 00:03.250 align:start\n"
                        "Bekzat Petrenko was born\nin Moscow.\n\n01:00:00.000 --> 01:00:01.000\nÉté\n",
                        "vtt");
    ASSERT_EQ(cues.size(), 2U);
    EXPECT_DOUBLE_EQ(cues[0].start, 1.5);
    EXPECT_DOUBLE_EQ(*cues[0].end, 3.25);
    EXPECT_EQ(cues[0].text, "Bekzat Petrenko was born\nin Moscow.");
    EXPECT_DOUBLE_EQ(cues[1].start, 3600);
    EXPECT_EQ(cues[1].text, "Été");
}

TEST(Subtitles, AreReadFromSubRip) {
    const auto cues = parse_subtitles(
        "\xEF\xBB\xBF"
        "1\r\n00:00:00,750 --> 00:00:02,000\r\nOne.\r\n\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\nTwo.\r\n",
        "srt");
    ASSERT_EQ(cues.size(), 2U);
    EXPECT_DOUBLE_EQ(cues[0].start, 0.75);
    EXPECT_EQ(cues[0].text, "One.");
    EXPECT_DOUBLE_EQ(*cues[1].end, 3);
}

TEST(Subtitles, AreReadFromLrc) {
    const auto cues =
        parse_subtitles("[ti:Bekzat Petrenko]\n[length: 2:10]\n\n[00:00.75]One.\n[61:02.5] Two.\n", "lrc");
    ASSERT_EQ(cues.size(), 2U);
    EXPECT_DOUBLE_EQ(cues[0].start, 0.75);
    EXPECT_FALSE(cues[0].end);
    EXPECT_DOUBLE_EQ(cues[1].start, 3662.5);
    EXPECT_EQ(cues[1].text, " Two.");
}

TEST(Subtitles, AreReadFromJson) {
    for (const char* content :
         {R"([{"start":1,"end":2.5,"text":"One."}])",
          R"({"language":"en","lines":[{"start":1,"end":2.5,"text":"One.","words":[]}]})"}) {
        const auto cues = parse_subtitles(content, "json");
        ASSERT_EQ(cues.size(), 1U) << content;
        EXPECT_DOUBLE_EQ(*cues[0].end, 2.5);
        EXPECT_EQ(cues[0].text, "One.");
    }
    EXPECT_TRUE(parse_subtitles(R"({"name":"something else"})", "json").empty());
    EXPECT_TRUE(parse_subtitles("[1,2]", "json").empty());
}

TEST(Subtitles, AreRefusedWithTheLineThatIsWrong) {
    using testing::HasSubstr;
    EXPECT_THAT(refusal("1\n00:00:01,000 --> 00:00:02,000\n", "vtt"), HasSubstr("WEBVTT"));
    EXPECT_THAT(refusal("", "vtt"), HasSubstr("WEBVTT"));
    EXPECT_THAT(refusal("1\nnow --> then\n", "srt"), HasSubstr("line 2"));
    EXPECT_THAT(refusal("1\n00:00:01,000 -->\n", "srt"), HasSubstr("line 2"));
    EXPECT_THAT(refusal("1\n00:00:01,000 --> 00:00:99999999999\n", "srt"), HasSubstr("line 2"));
    EXPECT_THAT(refusal("[00:01.00]One.\n[00:0x]\n", "lrc"), HasSubstr("line 2"));
    EXPECT_NE(refusal("[{\"start\":1,", "json"), "");
    EXPECT_NE(refusal(R"([{"start":1,"end":"soon"}])", "json"), "");
}

} // namespace
} // namespace recital
