// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/workshop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recital {
namespace {

using namespace testing_support;
using testing::HasSubstr;
using testing::Not;

/// Width of the picture that ffprobe sees in the file; 0 for none.
int cover_width(const std::filesystem::path& file) {
    const Json shown = probe(file);
    for (const Json& stream : shown["streams"]) {
        if (stream["codec_type"] == "video") {
            EXPECT_EQ(stream["codec_name"], "mjpeg");
            EXPECT_EQ(stream["disposition"]["attached_pic"], 1);
            return stream["width"];
        }
    }
    return 0;
}

/// A PNG of the size given, in one colour.
std::string picture(const Workshop& workshop, const std::string& name, int side) {
    const auto path = workshop.path(name);
    Program({"ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i",
             "color=red:size=" + std::to_string(side) + "x" + std::to_string(side), "-frames:v", "1",
             path.string()})
        .run();
    return path.string();
}

TEST(Covers, AreDrawnForEveryFormatAndKeptForTheNextRun) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    std::vector<std::string> arguments = {"a.txt"};
    for (const std::string& format : every_format) {
        arguments.insert(arguments.end(), {"--format", format});
    }
    ASSERT_EQ(workshop.render(arguments).exit_code, 0);
    const auto before = content_of(workshop.books() / "Bekzat Petrenko.m4b");
    for (const std::string& format : every_format) {
        const auto file = workshop.books() / ("Bekzat Petrenko." + format);
        EXPECT_EQ(cover_width(file), 1400) << format;
        EXPECT_EQ(workshop.recital({"verify", file.string()}).exit_code, 0) << format;
    }
    ASSERT_EQ(workshop.render(arguments).exit_code, 0);
    EXPECT_EQ(content_of(workshop.books() / "Bekzat Petrenko.m4b"), before);
    const Workshop fresh;
    fresh.write("a.txt", petrenko);
    ASSERT_EQ(fresh.render(arguments).exit_code, 0);
    EXPECT_EQ(content_of(fresh.books() / "Bekzat Petrenko.m4b"), before) << "drawn or kept is the same";
}

TEST(Covers, AreTakenFromWhereTheyAreGiven) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    const auto book = workshop.books() / "Bekzat Petrenko.m4b";
    const auto width = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "a.txt");
        EXPECT_EQ(workshop.render(arguments).exit_code, 0);
        return cover_width(book);
    };
    EXPECT_EQ(width({"--cover", "none"}), 0);
    picture(workshop, "cover.png", 300);
    EXPECT_EQ(width({}), 300);
    picture(workshop, "a.jpg", 310);
    EXPECT_EQ(width({}), 310) << "the text's own comes first";
    EXPECT_EQ(width({"--cover", picture(workshop, "other.png", 2000)}), 1400);
}

TEST(Covers, ThatCannotBeUsedAreNamedAndReplaced) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    workshop.write("cover.jpg", "no picture");
    const Outcome beside = workshop.render({"a.txt"});
    EXPECT_EQ(beside.exit_code, 0);
    EXPECT_THAT(beside.err, HasSubstr("cover.jpg: the picture for a cover cannot be used: it is neither"));
    EXPECT_EQ(cover_width(workshop.books() / "Bekzat Petrenko.m4b"), 1400);
}

TEST(Covers, GivenThatCannotBeUsedAreRefusedBeforeAnythingIsRendered) {
    // It was a warning, and a whole collection got other covers for a slip of the pen.
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    workshop.write("broken.png", "no picture");
    picture(workshop, "Cover.PNG", 300);
    for (const std::string wrong : {"nowhere.png", ".", "broken.png"}) {
        const Outcome outcome = workshop.render({"a.txt", "--cover", wrong});
        EXPECT_EQ(outcome.exit_code, 2) << wrong;
        EXPECT_THAT(outcome.err, HasSubstr("--cover " + wrong));
    }
    EXPECT_FALSE(std::filesystem::exists(workshop.books()));
}

TEST(Covers, AreFoundWhateverTheCaseOfTheirNames) {
    const Workshop workshop;
    workshop.write("in/a.txt", petrenko);
    picture(workshop, "in/folder.png", 300);
    picture(workshop, "in/A.Png", 310);
    EXPECT_THAT(workshop.render({"in"}).err, Not(HasSubstr("skipped")));
    EXPECT_EQ(cover_width(workshop.books() / "Bekzat Petrenko.m4b"), 310);
}

TEST(Covers, OfChaptersAreSmaller) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    ASSERT_EQ(workshop.render({"a.txt", "--split-chapters"}).exit_code, 0);
    int chapters = 0;
    for (const auto& entry : std::filesystem::directory_iterator(workshop.books() / "Bekzat Petrenko")) {
        if (entry.path().extension() == ".m4b") {
            EXPECT_EQ(cover_width(entry.path()), 500);
            ++chapters;
        }
    }
    EXPECT_GT(chapters, 0);
}

TEST(Covers, LyingInAFolderAreNoTextsThatWerePassedOver) {
    const Workshop workshop;
    workshop.write("in/a.txt", petrenko);
    picture(workshop, "in/cover.png", 300);
    EXPECT_THAT(workshop.render({"in"}).err, Not(HasSubstr("skipped")));
}

TEST(Metadata, ReplacesAddsAndLeavesOut) {
    for (const std::string& format : every_format) {
        const Workshop workshop;
        workshop.write("a.txt", petrenko);
        ASSERT_EQ(workshop
                      .render({"a.txt", "--format", format, "--metadata", "Author=Ana Müller", "--metadata",
                               "genre=", "--metadata", "publisher=A House", "--metadata", "MOOD=quiet: ♪=1"})
                      .exit_code,
                  0);
        const auto file = workshop.books() / ("Bekzat Petrenko." + format);
        const Json shown = probe(file);
        std::map<std::string, std::string> tags;
        for (const Json& place : {shown["format"], shown["streams"][0]}) {
            if (place.contains("tags")) {
                for (const auto& [name, value] : place["tags"].items()) {
                    std::string key = name;
                    std::transform(key.begin(), key.end(), key.begin(), ::tolower);
                    tags[key] = value;
                }
            }
        }
        EXPECT_EQ(tags["artist"], "Ana Müller") << format;
        EXPECT_FALSE(tags.contains("genre")) << format;
        if (format != "wav") { // RIFF has no fields for them, ID3 in it has
            EXPECT_EQ(tags["album_artist"], "Ana Müller") << format;
            EXPECT_EQ(tags["mood"], "quiet: ♪=1") << format;
            EXPECT_EQ(tags["publisher"], "A House") << format;
        }
        const Outcome whole = workshop.recital({"verify", file.string()});
        EXPECT_EQ(whole.exit_code, 0) << whole.out << whole.err;
    }
}

TEST(Metadata, RefusesNamesThatCannotBe) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    for (const char* wrong :
         {"genre", "=x", "Größe=1", "ENCODER=x", "recital=x", "chapter001=x", "LYRICS=x"}) {
        const Outcome outcome = workshop.render({"a.txt", "--metadata", wrong});
        EXPECT_EQ(outcome.exit_code, 2) << wrong;
        EXPECT_THAT(outcome.err, HasSubstr("--metadata")) << wrong;
    }
}

TEST(OutputTemplateOption, PutsBooksIntoFolders) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    workshop.write("b.txt", baktybekova);
    const auto run = [&](std::vector<std::string> more) {
        std::vector<std::string> arguments = {
            "a.txt",    "b.txt", "--format",          "m4b",
            "--format", "flac",  "--output-template", "{author}/{format}/{title} ({year})"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return workshop.render(arguments);
    };
    ASSERT_EQ(run({"--dry-run"}).exit_code, 0);
    EXPECT_FALSE(std::filesystem::exists(workshop.books()));
    ASSERT_EQ(run({"--split-chapters", "--metadata", "author=A/B"}).exit_code, 0);
    for (const std::string name : {"Bekzat Petrenko", "Valentin Baktybekova"}) {
        for (const std::string format : {"m4b", "flac"}) {
            const auto path = workshop.books() / "A-B" / format / name;
            EXPECT_TRUE(std::filesystem::exists(path.string() + "." + format)) << path;
            EXPECT_TRUE(std::filesystem::is_directory(path)) << path;
        }
    }
    EXPECT_EQ(run({}).exit_code, 0) << "its own files may be replaced";
    workshop.write("books/flac/Bekzat Petrenko.flac", "somebody else's");
    EXPECT_EQ(run({}).exit_code, 1);
    EXPECT_EQ(run({"--overwrite"}).exit_code, 0);
}

TEST(OutputTemplateOption, NeverSharesAFile) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    workshop.write("b.txt", baktybekova);
    ASSERT_EQ(workshop.render({"a.txt", "b.txt", "--output-template", "{language}/book"}).exit_code, 0);
    EXPECT_TRUE(std::filesystem::exists(workshop.books() / "en" / "book.m4b"));
    EXPECT_THAT(Workshop::files_below(workshop.books()), testing::SizeIs(2));
}

} // namespace
} // namespace recital
