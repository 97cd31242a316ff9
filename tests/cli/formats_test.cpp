// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/workshop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recital {
namespace {

using namespace testing_support;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> with_formats(std::vector<std::string> arguments,
                                      const std::vector<std::string>& formats) {
    for (const std::string& format : formats) {
        arguments.insert(arguments.end(), {"--format", format});
    }
    return arguments;
}

Json files_of_book(const Outcome& outcome, const char* kind = "book") {
    const auto lines = results_in(outcome.out);
    return lines.empty() ? Json() : lines.at(0)[kind]["files"];
}

TEST(Formats, AreWrittenByOneRun) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    const Outcome outcome = workshop.render(with_formats({"a.txt"}, every_format));
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    const Json files = files_of_book(outcome);
    ASSERT_EQ(files.size(), every_format.size());
    for (std::size_t n = 0; n < every_format.size(); ++n) {
        const Json& file = files[n];
        EXPECT_EQ(file["format"], every_format[n]);
        EXPECT_EQ(file["file"], (workshop.books() / ("Bekzat Petrenko." + every_format[n])).string());
        EXPECT_EQ(decode(file["file"].get<std::string>()).size(), file["samples"].get<std::size_t>());
    }
    EXPECT_EQ(files[4]["takes"]["rendered"], 0) << "WAV is made of the takes of FLAC";
}

TEST(Formats, AreTheSameWhateverElseIsAskedFor) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    ASSERT_EQ(workshop.render(with_formats({"a.txt", "-j", "3"}, every_format)).exit_code, 0);
    for (const std::string& format : every_format) {
        const Workshop alone;
        alone.write("a.txt", petrenko);
        ASSERT_EQ(alone.render({"a.txt", "--format", format, "-j", "1"}).exit_code, 0);
        const std::string name = "Bekzat Petrenko." + format;
        EXPECT_EQ(content_of(workshop.books() / name), content_of(alone.books() / name)) << format;
    }
}

TEST(Formats, RenderOnlyWhatIsMissing) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    ASSERT_EQ(workshop.render({"a.txt", "--format", "mp3"}).exit_code, 0);
    const Json files = files_of_book(workshop.render(with_formats({"a.txt"}, {"mp3", "m4b"})));
    ASSERT_EQ(files.size(), 2U);
    EXPECT_EQ(files[0]["takes"]["rendered"], 0);
    EXPECT_GT(files[0]["takes"]["reused"], 0);
    EXPECT_EQ(files[1]["takes"]["reused"], 0);
}

TEST(Formats, MayBeGivenAsAList) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    const Json files = files_of_book(
        workshop.render({"a.txt", "--dry-run", "--format", "mp3,opus", "--format", "mp3"}), "plan");
    ASSERT_EQ(files.size(), 2U);
    EXPECT_EQ(files[0]["format"], "mp3");
    EXPECT_EQ(files[1]["format"], "opus");
    EXPECT_EQ(workshop.render({"a.txt", "--format", "mp3,"}).exit_code, 2);
}

TEST(Formats, ArePlannedTogether) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    const Outcome outcome =
        workshop.render(with_formats({"a.txt", "--dry-run", "--split-chapters"}, {"mp3", "opus"}));
    const Json files = files_of_book(outcome, "plan");
    ASSERT_EQ(files.size(), 2U) << outcome.out;
    EXPECT_NEAR(files[0]["seconds"].get<double>(), files[1]["seconds"].get<double>(), 0.1);
    EXPECT_TRUE(files[0].contains("playlist"));
    EXPECT_FALSE(std::filesystem::exists(workshop.books()));
}

TEST(Formats, AreMeantByTheNameOfTheFile) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    const Outcome outcome = workshop.recital({"render", "a.txt", "--no-cache", "-o", "petrenko.OPUS"});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_EQ(probe(workshop.path("petrenko.OPUS"))["streams"][0]["codec_name"], "opus");
}

/// It was taken for the file, which then could not be written.
TEST(Formats, AreNotMeantByTheNameOfAFolder) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    std::filesystem::create_directory(workshop.path("shelf.mp3"));
    const Outcome outcome = workshop.recital({"render", "a.txt", "--no-cache", "-o", "shelf.mp3"});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_TRUE(std::filesystem::exists(workshop.path("shelf.mp3/Bekzat Petrenko.m4b")));
}

/// Chapters behind the 999th were missing, and nobody said so.
TEST(Formats, SayWhichChaptersTheyCannotMark) {
    const Workshop workshop;
    std::string text = "# Bekzat Petrenko\n";
    for (int chapter = 1; chapter <= 1001; ++chapter) {
        text += "\n## Day " + std::to_string(chapter) + "\n\n" + std::string(20, 'a');
        for (int word = 0; word < 20; ++word) {
            text += " quietly";
        }
        text += ".\n";
    }
    workshop.write("a.md", text);
    const auto warnings = [&](std::vector<std::string> formats) {
        formats.insert(formats.begin(), {"a.md", "--dry-run"});
        return workshop.render(formats).err;
    };
    EXPECT_THAT(warnings({"--format", "opus", "--format", "flac"}),
                HasSubstr("a.md: opus and flac can mark the first 999 of the book's 1001 chapters only"));
    EXPECT_THAT(warnings({"--format", "m4b", "--format", "mp3"}), Not(HasSubstr("can mark")));
}

TEST(Formats, DoNotShareAFile) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    const Outcome outcome =
        workshop.recital({"render", "a.txt", "-o", "a.mp3", "--format", "mp3", "--format", "m4b"});
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("folder"));
}

TEST(Formats, LeaveForeignFilesOfAnyOfThemAlone) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    workshop.write("books/Bekzat Petrenko.mp3", "a recording of my own");
    EXPECT_EQ(workshop.render(with_formats({"a.txt"}, {"m4b", "mp3"})).exit_code, 3);
    EXPECT_EQ(content_of(workshop.books() / "Bekzat Petrenko.mp3"), "a recording of my own");
    EXPECT_FALSE(std::filesystem::exists(workshop.books() / "Bekzat Petrenko.m4b"));
}

/// Chapters long enough to be left as they are.
std::string chapters(const std::vector<std::string>& titles) {
    std::string text = "# Bekzat Petrenko\n";
    for (const std::string& title : titles) {
        text += "\n## " + title + "\n\n";
        for (const char* place :
             {"Moscow", "Almaty", "Vienna", "Lima", "Rome", "Paris", "London", "Berlin"}) {
            text +=
                std::string("He played in ") + place + ", and the people there were glad of it all evening. ";
        }
        text += "\n";
    }
    return text;
}

class SplitChaptersIn : public testing::TestWithParam<std::string> {};

INSTANTIATE_TEST_SUITE_P(Formats, SplitChaptersIn, testing::ValuesIn(every_format));

TEST_P(SplitChaptersIn, GoOnWithoutAGap) {
    const Workshop workshop;
    workshop.write("a.md", chapters({"Youth", "Été", "夜想曲"}));
    const Outcome outcome = workshop.render({"a.md", "--split-chapters", "--format", GetParam()});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    const Json file = files_of_book(outcome)[0];
    std::size_t samples = 0;
    for (const Json& chapter : file["chapters"]) {
        samples += decode(chapter["file"].get<std::string>()).size();
    }
    EXPECT_EQ(samples, file["samples"].get<std::size_t>());
}

TEST(SplitChapters, AreNumberedAndListed) {
    const Workshop workshop;
    workshop.write("a.md", chapters({"Youth", "Été", "夜想曲"}));
    const Outcome outcome = workshop.render({"a.md", "--split-chapters", "--format", "mp3"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_THAT(Workshop::files_below(workshop.books()),
                ElementsAre("Bekzat Petrenko.mp3", "Bekzat Petrenko/01 Youth.mp3",
                            "Bekzat Petrenko/02 Été.mp3", "Bekzat Petrenko/03 夜想曲.mp3",
                            "Bekzat Petrenko/Bekzat Petrenko.mp3.m3u8"));
    const std::string list = content_of(workshop.books() / "Bekzat Petrenko" / "Bekzat Petrenko.mp3.m3u8");
    EXPECT_THAT(list, HasSubstr("\n02 Été.mp3\n"));
    EXPECT_EQ(files_of_book(outcome)[0]["playlist"],
              (workshop.books() / "Bekzat Petrenko" / "Bekzat Petrenko.mp3.m3u8").string());
    const Json second = probe(workshop.books() / "Bekzat Petrenko" / "02 Été.mp3")["format"]["tags"];
    EXPECT_EQ(second["title"], "Été");
    EXPECT_EQ(second["album"], "Bekzat Petrenko");
    EXPECT_EQ(second["track"], "2/3");
}

TEST(SplitChapters, ReplaceTheirFormerSelves) {
    const Workshop workshop;
    workshop.write("a.md", chapters({"Youth", "Été", "夜想曲"}));
    ASSERT_EQ(workshop.render({"a.md", "--split-chapters"}).exit_code, 0);
    workshop.write("books/Bekzat Petrenko/07 My own.m4b", "a recording of my own");
    workshop.write("a.md", chapters({"Youth", "Été"}));
    ASSERT_EQ(workshop.render({"a.md", "--split-chapters"}).exit_code, 0);
    EXPECT_THAT(Workshop::files_below(workshop.books() / "Bekzat Petrenko"),
                ElementsAre("01 Youth.m4b", "02 Été.m4b", "07 My own.m4b", "Bekzat Petrenko.m4b.m3u8"));
}

TEST(SplitChapters, TakeTheirSubtitlesWithThem) {
    const Workshop workshop;
    const std::string folder = "books/Bekzat Petrenko/";
    workshop.write("a.md", chapters({"Youth", "Été"}));
    const std::vector<std::string> command = {"a.md", "--split-chapters", "--subtitles", "vtt,srt"};
    ASSERT_EQ(workshop.render(command).exit_code, 0);
    workshop.write(folder + "02 Été.lrc", "[00:00.00]words of my own");
    workshop.write("a.md", chapters({"Youth", "Vienna"}));
    ASSERT_EQ(workshop.render(command).exit_code, 0);
    EXPECT_THAT(Workshop::files_below(workshop.path(folder)),
                ElementsAre("01 Youth.m4b", "01 Youth.srt", "01 Youth.vtt", "02 Vienna.m4b", "02 Vienna.srt",
                            "02 Vienna.vtt", "02 Été.lrc", "Bekzat Petrenko.m4b.m3u8"));
}

/// A book whose name begins with a number was taken for a former chapter.
TEST(SplitChapters, LeaveOtherBooksAlone) {
    const Workshop workshop;
    workshop.write("cent.md", "# 50 Cent\n\nHe sang and he sang.\n");
    ASSERT_EQ(workshop.recital({"render", "cent.md", "-o", "books/Bekzat Petrenko"}).exit_code, 0);
    const auto books = Workshop::files_below(workshop.books());
    ASSERT_THAT(books, ElementsAre("Bekzat Petrenko/50 Cent.m4b"));
    workshop.write("a.md", chapters({"Youth", "Été"}));
    ASSERT_EQ(workshop.render({"a.md", "--split-chapters"}).exit_code, 0);
    EXPECT_THAT(Workshop::files_below(workshop.books()), testing::Contains(books.front()));
}

TEST(SplitChapters, LeaveForeignFilesAlone) {
    for (const char* name : {"02 Été.m4b", "Bekzat Petrenko.m4b.m3u8"}) {
        const Workshop workshop;
        workshop.write("a.md", chapters({"Youth", "Été", "夜想曲"}));
        workshop.write(std::string("books/Bekzat Petrenko/") + name, "#EXTM3U\nmy own\n");
        EXPECT_EQ(workshop.render({"a.md", "--split-chapters"}).exit_code, 3) << name;
        EXPECT_EQ(Workshop::files_below(workshop.books()).size(), 1U) << name;
    }
}

} // namespace
} // namespace recital
