// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/sidecar/subtitle_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recital {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string written(std::string_view kind) {
    SubtitleWriter writer(kind);
    std::string text = writer.head({"Bekzat Petrenko", "", "en", 3700.5, {{"Youth", 0}, {"A --> B", 3600}}});
    const SubtitleCue one{1.5, 3.25, "Rock & roll,\nhe said <twice>.", {}};
    const SubtitleCue two{3.25, 3661.0004, "Été", {}};
    text += writer.sentence({{1.5, 3.25, "Rock & roll.", {{1.5, 2, "Rock"}, {2.5, 3.25, "roll."}}}, {one}});
    text += writer.sentence({{3.25, 3661.0004, "Été", {{3.25, 3661.0004, "Été"}}}, {two}});
    return text + writer.end();
}

TEST(SubtitleWriter, WritesWebVtt) {
    const std::string text = written("vtt");
    EXPECT_THAT(text, StartsWith("WEBVTT\n\nNOTE recital "));
    EXPECT_THAT(text, HasSubstr("\n01:00:00.000 A --&gt; B\n"));
    EXPECT_THAT(text,
                HasSubstr("\n00:00:01.500 --> 00:00:03.250\nRock &amp; roll,\nhe said &lt;twice&gt;.\n\n"));
    EXPECT_THAT(text, HasSubstr("00:00:03.250 --> 01:01:01.000\nÉté\n\n"));
}

/// ffmpeg takes "<twice>" for a tag and leaves it out; the character without width behind "<" prevents that.
TEST(SubtitleWriter, WritesSubRip) {
    EXPECT_EQ(written("srt"), "1\n00:00:01,500 --> 00:00:03,250\nRock & roll,\nhe said <\u200Btwice>.\n\n"
                              "2\n00:00:03,250 --> 01:01:01,000\nÉté\n\n");
}

TEST(SubtitleWriter, WritesLrc) {
    const std::string text = written("lrc");
    EXPECT_THAT(text, StartsWith("[re:recital "));
    EXPECT_THAT(
        text, HasSubstr("]\n[ti:Bekzat Petrenko]\n[length:61:41]\n\n[00:01.50]Rock & roll, he said <twice>.\n"
                        "[00:03.25]Été\n"));
}

TEST(SubtitleWriter, JoinsLinesThatTouch) {
    SubtitleWriter writer("lrc");
    const SubtitleCue cue{0, 2, "坂本龍一は、\n一九五二年", {}, true};
    EXPECT_EQ(writer.sentence({cue, {cue}}), "[00:00.00]坂本龍一は、一九五二年\n");
}

TEST(SubtitleWriter, WritesFilesThatItsParserReads) {
    for (const std::string_view kind : subtitle_kinds()) {
        const auto cues = *parse_subtitles(written(kind), kind);
        ASSERT_EQ(cues.size(), 2U) << kind;
        EXPECT_DOUBLE_EQ(cues[0].start, 1.5) << kind;
        EXPECT_DOUBLE_EQ(cues[1].start, 3.25) << kind;
        EXPECT_EQ(cues[1].text, "Été") << kind;
    }
    const auto cues = *parse_subtitles(written("json"), "json");
    ASSERT_EQ(cues[0].words.size(), 2U);
    EXPECT_DOUBLE_EQ(cues[0].words[1].start, 2.5);
    EXPECT_EQ(cues[0].words[1].text, "roll.");
}

} // namespace
} // namespace recital
