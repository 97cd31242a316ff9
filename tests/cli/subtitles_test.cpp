// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/workshop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recital {
namespace {

using namespace testing_support;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string subtitled_text =
    "# Bekzat Petrenko\n\nIn 1957 Bekzat Petrenko left Moscow. He had $5 in his pocket & no plan, "
    "yet the concert halls of Europe were waiting for him, though he did not know it.\n";

TEST(Subtitles, HaveTheWrittenText) {
    const Workshop workshop;
    workshop.write("a.md", subtitled_text);
    const Outcome outcome =
        workshop.render({"a.md", "--subtitles", "vtt,srt", "--subtitles", "lrc,json,vtt"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_THAT(Workshop::files_below(workshop.books()),
                ElementsAre("Bekzat Petrenko.json", "Bekzat Petrenko.lrc", "Bekzat Petrenko.m4b",
                            "Bekzat Petrenko.srt", "Bekzat Petrenko.vtt"));
    EXPECT_THAT(content_of(workshop.books() / "Bekzat Petrenko.vtt"),
                HasSubstr("\nIn 1957 Bekzat Petrenko left Moscow.\n"));
    EXPECT_THAT(content_of(workshop.books() / "Bekzat Petrenko.vtt"), HasSubstr("&amp;"));
    const Json json = Json::parse(content_of(workshop.books() / "Bekzat Petrenko.json"));
    const auto sentence =
        std::find_if(json["sentences"].begin(), json["sentences"].end(),
                     [](const Json& one) { return one["text"] == "In 1957 Bekzat Petrenko left Moscow."; });
    ASSERT_NE(sentence, json["sentences"].end());
    EXPECT_EQ((*sentence)["words"].size(), 6U);
    EXPECT_EQ((*sentence)["words"][1]["text"], "1957");
    EXPECT_EQ(json_lines(outcome.out).at(0)["book"]["files"][0]["subtitles"].size(), 4U);
    const Outcome verified = workshop.recital({"verify", "books/Bekzat Petrenko.m4b", "--json"});
    EXPECT_EQ(verified.exit_code, 0) << verified.out;
    EXPECT_EQ(json_lines(verified.out).at(0)["verification"]["subtitles"].size(), 4U);
}

TEST(Subtitles, AreNamedByTheFormatWhereThereAreSeveral) {
    const Workshop workshop;
    workshop.write("a.md", subtitled_text);
    ASSERT_EQ(
        workshop.render({"a.md", "--subtitles", "vtt", "--format", "m4b", "--format", "opus"}).exit_code, 0);
    EXPECT_THAT(Workshop::files_below(workshop.books()),
                ElementsAre("Bekzat Petrenko.m4b", "Bekzat Petrenko.m4b.vtt", "Bekzat Petrenko.opus",
                            "Bekzat Petrenko.opus.vtt"));
    EXPECT_EQ(
        workshop.recital({"verify", "books/Bekzat Petrenko.m4b", "books/Bekzat Petrenko.opus"}).exit_code, 0);
}

TEST(Subtitles, AreTheSameInEveryRun) {
    const Workshop workshop;
    workshop.write("a.md", subtitled_text);
    std::vector<std::string> contents;
    for (const char* workers : {"1", "3", "1"}) {
        ASSERT_EQ(workshop.render({"a.md", "--subtitles", "json", "-j", workers}).exit_code, 0);
        contents.push_back(content_of(workshop.books() / "Bekzat Petrenko.json"));
    }
    EXPECT_EQ(contents[0], contents[1]);
    EXPECT_EQ(contents[0], contents[2]);
}

TEST(Subtitles, LeaveForeignFilesAlone) {
    for (const char* kind : {"vtt", "srt", "lrc", "json"}) {
        const Workshop workshop;
        workshop.write("a.md", subtitled_text);
        const std::string name = std::string("books/Bekzat Petrenko.") + kind;
        workshop.write(name, "my own");
        EXPECT_EQ(workshop.render({"a.md", "--subtitles", kind}).exit_code, 3) << kind;
        EXPECT_EQ(content_of(workshop.path(name)), "my own");
        EXPECT_EQ(workshop.render({"a.md", "--subtitles", kind, "--overwrite"}).exit_code, 0) << kind;
        EXPECT_EQ(workshop.render({"a.md", "--subtitles", kind}).exit_code, 0) << kind;
        EXPECT_NE(content_of(workshop.path(name)), "my own");
    }
}

/// Texts of a former sound would run beside the voice.
TEST(Subtitles, GoWithTheSoundThatTheyBelongTo) {
    const Workshop workshop;
    workshop.write("a.md", subtitled_text);
    workshop.write("books/Bekzat Petrenko.lrc", "my own");
    const auto render = [&](std::vector<std::string> more) {
        more.insert(more.begin(), "a.md");
        EXPECT_EQ(workshop.render(std::move(more)).exit_code, 0);
        return Workshop::files_below(workshop.books());
    };
    const std::string book = "Bekzat Petrenko.m4b";
    const std::string foreign = "Bekzat Petrenko.lrc";
    const std::string vtt = "Bekzat Petrenko.vtt";
    const std::string srt = "Bekzat Petrenko.srt";
    EXPECT_THAT(render({"--subtitles", "vtt,srt"}), ElementsAre(foreign, book, srt, vtt));
    EXPECT_THAT(render({"--metadata", "genre=Waltz"}), ElementsAre(foreign, book, srt, vtt))
        << "the same sound";
    EXPECT_THAT(render({"--speed", "1.2", "--subtitles", "vtt"}), ElementsAre(foreign, book, vtt));
    EXPECT_THAT(render({"--format", "wav"}), ElementsAre(foreign, book, vtt, "Bekzat Petrenko.wav"))
        << "they can be the other format's";
    EXPECT_THAT(render({"--format", "wav", "--format", "m4b"}),
                ElementsAre(foreign, book, "Bekzat Petrenko.wav"));
}

TEST(Subtitles, BelongToChaptersToo) {
    const Workshop workshop;
    workshop.write("a.md", subtitled_text);
    const Outcome outcome = workshop.render({"a.md", "--split-chapters", "--subtitles", "vtt"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    const Json chapters = json_lines(outcome.out).at(0)["book"]["files"][0]["chapters"];
    for (const Json& chapter : chapters) {
        ASSERT_EQ(chapter["subtitles"].size(), 1U);
        EXPECT_TRUE(std::filesystem::exists(chapter["subtitles"][0].get<std::string>()));
        EXPECT_EQ(workshop.recital({"verify", chapter["file"].get<std::string>()}).exit_code, 0);
    }
}

TEST(Subtitles, AreRefusedInKindsThatThereAreNot) {
    const Workshop workshop;
    workshop.write("a.md", subtitled_text);
    const Outcome outcome = workshop.render({"a.md", "--subtitles", "vtt,ass"});
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("vtt, srt, lrc, json"));
}

} // namespace
} // namespace recital
