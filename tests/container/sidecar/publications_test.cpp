// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/sidecar/publications.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recital {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

PublishedSentence heard(SubtitleCue whole, const SubtitleCue& cue) {
    PublishedSentence sentence{whole.text, {}, true, {}, {cue}};
    sentence.whole = std::move(whole);
    return sentence;
}

std::string written(std::string_view kind) {
    const auto writer = find_publication(kind)->make_writer();
    std::string text =
        writer->begin({"Bekzat Petrenko", "", "en", 3700.5, {{"Youth", 0}, {"A --> B", 3600}}});
    text += writer->begin_chapter("Youth", true) + writer->begin_block(TextKind::paragraph);
    text += writer->sentence(heard({1.5, 3.25, "Rock & roll.", {{1.5, 2, "Rock"}, {2.5, 3.25, "roll."}}},
                                   {1.5, 3.25, "Rock & roll,\nhe said <twice>.", {}}));
    text += writer->sentence({"***"});
    text += writer->sentence(
        heard({3.25, 3661.0004, "Été", {{3.25, 3661.0004, "Été"}}}, {3.25, 3661.0004, "Été", {}}));
    return text + writer->end_block() + writer->end_chapter() + writer->end();
}

TEST(Publications, WriteWebVtt) {
    const std::string text = written("vtt");
    EXPECT_THAT(text, StartsWith("WEBVTT\n\nNOTE recital "));
    EXPECT_THAT(text, HasSubstr("\n01:00:00.000 A --&gt; B\n"));
    EXPECT_THAT(text,
                HasSubstr("\n00:00:01.500 --> 00:00:03.250\nRock &amp; roll,\nhe said &lt;twice&gt;.\n\n"));
    EXPECT_THAT(text, HasSubstr("00:00:03.250 --> 01:01:01.000\nÉté\n\n"));
}

/// ffmpeg takes "<twice>" for a tag and leaves it out; the character without width behind "<" prevents that.
TEST(Publications, WriteSubRip) {
    EXPECT_EQ(written("srt"), "1\n00:00:01,500 --> 00:00:03,250\nRock & roll,\nhe said <\u200Btwice>.\n\n"
                              "2\n00:00:03,250 --> 01:01:01,000\nÉté\n\n");
}

TEST(Publications, WriteLrc) {
    const std::string text = written("lrc");
    EXPECT_THAT(text, StartsWith("[re:recital "));
    EXPECT_THAT(
        text, HasSubstr("]\n[ti:Bekzat Petrenko]\n[length:61:41]\n\n[00:01.50]Rock & roll, he said <twice>.\n"
                        "[00:03.25]Été\n"));
}

TEST(Publications, JoinLinesThatTouch) {
    const auto writer = find_publication("lrc")->make_writer();
    const SubtitleCue cue{0, 2, "坂本龍一は、\n一九五二年", {}, true};
    EXPECT_EQ(writer->sentence(heard(cue, cue)), "[00:00.00]坂本龍一は、一九五二年\n");
}

TEST(Publications, WriteFilesThatTheirParserReads) {
    for (const Publication* publication : all_publications()) {
        const std::string_view kind = publication->name;
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

TEST(Publications, BeginAsTheySayThatTheyDo) {
    for (const Publication* publication : all_publications()) {
        EXPECT_THAT(written(publication->name), StartsWith(std::string(publication->opening)))
            << publication->name;
    }
    EXPECT_EQ(find_publication("doc"), nullptr);
}

} // namespace
} // namespace recital
