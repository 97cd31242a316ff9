// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "container/sidecar/publications.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recital {
namespace {

std::string refusal(const std::string& content, const char* kind) {
    try {
        (void)parse_subtitles(content, kind);
        return "";
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

TEST(Subtitles, AreReadFromWebVtt) {
    const auto cues =
        *parse_subtitles("WEBVTT - a title\n\nNOTE\nnothing\n\n1\n00:01.500 --> 00:03.250 align:start\n"
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
    const auto cues = *parse_subtitles(
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
        *parse_subtitles("[ti:Bekzat Petrenko]\n[length: 2:10]\n\n[00:00.75]One.\n[61:02.5] Two.\n", "lrc");
    ASSERT_EQ(cues.size(), 2U);
    EXPECT_DOUBLE_EQ(cues[0].start, 0.75);
    EXPECT_FALSE(cues[0].end);
    EXPECT_DOUBLE_EQ(cues[1].start, 3662.5);
    EXPECT_EQ(cues[1].text, " Two.");
}

TEST(Subtitles, AreReadFromJson) {
    const auto cues = *parse_subtitles(
        "{\n\"tool\": \"recital 0.1.0\",\n\"sentences\": [{\"start\":1,\"end\":2.5,\"text\":\"One.\","
        "\"words\":[{\"start\":1,\"end\":2,\"text\":\"One.\"}]}]}",
        "json");
    ASSERT_EQ(cues.size(), 1U);
    EXPECT_DOUBLE_EQ(*cues[0].end, 2.5);
    EXPECT_EQ(cues[0].text, "One.");
    ASSERT_EQ(cues[0].words.size(), 1U);
    EXPECT_DOUBLE_EQ(cues[0].words[0].end, 2);
}

/// A sound book was called broken because of such files.
TEST(Subtitles, AreNotSoughtInJsonOfOtherPrograms) {
    for (const char* content :
         {"", "hello", "[1,2]", "1e999", R"({"sentences":1})", R"([{"start":1,"end":0.5,"text":"One."}])",
          R"({"tool":1,"sentences":[]})", R"({"tool":"recitalist","sentences":[{"start":"soon"}]})"}) {
        EXPECT_FALSE(parse_subtitles(content, "json")) << content;
    }
}

TEST(Subtitles, AreRefusedWithTheLineThatIsWrong) {
    using testing::HasSubstr;
    EXPECT_THAT(refusal("1\n00:00:01,000 --> 00:00:02,000\n", "vtt"), HasSubstr("WEBVTT"));
    EXPECT_THAT(refusal("", "vtt"), HasSubstr("WEBVTT"));
    EXPECT_THAT(refusal("1\nnow --> then\n", "srt"), HasSubstr("line 2"));
    EXPECT_THAT(refusal("1\n00:00:01,000 -->\n", "srt"), HasSubstr("line 2"));
    EXPECT_THAT(refusal("1\n00:00:01,000 --> 00:00:99999999999\n", "srt"), HasSubstr("line 2"));
    EXPECT_THAT(refusal("[00:01.00]One.\n[00:0x]\n", "lrc"), HasSubstr("line 2"));
}

/// The JSON library's own words stood there, and a line 0.
TEST(Subtitles, AreRefusedInOurWords) {
    EXPECT_EQ(refusal("", "vtt"), "line 1: does not begin with WEBVTT");
    EXPECT_EQ(refusal("{\"schema\":1,\"tool\":\"recital 0.1.0\",\n\"sentences\":[\n{\"sta", "json"),
              "line 3: is cut off or damaged: not JSON from here on");
    const auto ours = [](const std::string& sentences) {
        return refusal(R"({"tool":"recital 0.1.0","sentences":)" + sentences + "}", "json");
    };
    EXPECT_EQ(ours("1"), "'sentences' is not a list of objects");
    EXPECT_EQ(ours(R"([{"start":1,"end":"soon"}])"), "sentence 1: its end is not a number of seconds");
    EXPECT_EQ(ours(R"([{"start":1,"end":2}])"), "sentence 1: has no text");
    EXPECT_EQ(ours(R"([{"start":1,"end":2,"text":"","words":[{"start":1}]}])"),
              "sentence 1, word 1: its end is not a number of seconds");
}

} // namespace
} // namespace recital
