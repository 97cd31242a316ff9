// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "container/book/record.h"
#include "container/reader/book_reader.h"
#include "support/books.h"
#include "support/players.h"
#include "support/program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <random>

namespace recital {
namespace {

using namespace testing_support;

std::vector<float> all_samples(BookReader& reader) {
    std::vector<float> samples;
    for (auto block = reader.read(); !block.empty(); block = reader.read()) {
        samples.insert(samples.end(), block.begin(), block.end());
    }
    return samples;
}

/// What opening the file is refused with.
std::string refusal(const std::filesystem::path& path) {
    try {
        const BookReader reader(path);
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::input);
        EXPECT_EQ(error.place().file, path.string());
        return error.what();
    }
    return "";
}

void ffmpeg(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"ffmpeg", "-v", "error", "-nostdin", "-y"});
    const Outcome outcome = run_command(arguments);
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
}

class BookReaderOf : public testing::TestWithParam<const char*> {
protected:
    [[nodiscard]] std::filesystem::path path() const {
        return folder_.path() / (std::string("book.") + GetParam());
    }
    [[nodiscard]] MadeBook write(const std::vector<std::string>& titles) const {
        MadeBook made = make_book(make_format_settings(GetParam(), 0, 0), titles);
        made.book.loudness.integrated = -21;
        made.book.loudness.true_peak = -4;
        write_to(made, path());
        return made;
    }

private:
    ScratchFolder folder_;
};

INSTANTIATE_TEST_SUITE_P(Formats, BookReaderOf, testing::Values("m4b", "wav"));

TEST_P(BookReaderOf, DecodesToTheSample) {
    const MadeBook made = write({"One", "Two"});
    BookReader reader(path());
    const auto samples = all_samples(reader);
    ASSERT_EQ(samples.size(), made.master.size());
    EXPECT_EQ(samples, decode(path()));
    EXPECT_FALSE(reader.damage().any());
    ASSERT_TRUE(reader.info().samples);
    EXPECT_NEAR(static_cast<double>(*reader.info().samples), static_cast<double>(samples.size()),
                static_cast<double>(reader.info().samples_tolerance));
}

TEST_P(BookReaderOf, TellsWhatWasWritten) {
    const std::vector<std::string> titles = {"Introduction", "Été à Almaty", "夜想曲 🎹"};
    const MadeBook made = write(titles);
    const BookReader reader(path());
    const BookInfo& info = reader.info();
    EXPECT_EQ(info.format, GetParam());
    EXPECT_EQ(info.rate, 24000);
    EXPECT_EQ(info.channels, 1);
    EXPECT_EQ(info.tag("title"), "Bekzat Sánchez Pérez");
    EXPECT_EQ(info.tag("genre"), "Audiobook");
    ASSERT_FALSE(info.chapter_lists.empty());
    for (const ChapterList& list : info.chapter_lists) {
        ASSERT_EQ(list.chapters.size(), titles.size()) << list.name;
        double start = 0;
        for (std::size_t n = 0; n < titles.size(); ++n) {
            EXPECT_EQ(list.chapters[n].title, titles[n]) << list.name;
            EXPECT_NEAR(list.chapters[n].start, start, 1e-6) << list.name;
            start += static_cast<double>(made.book.chapters[n].samples()) / 24000;
        }
    }
}

TEST_P(BookReaderOf, FindsTheRecordAndItsChecksum) {
    const MadeBook made = write({"One", "Two", "Three"});
    BookReader reader(path());
    const BookRecord record = parse_book_record(reader.info().record);
    EXPECT_EQ(record.samples, made.master.size());
    EXPECT_EQ(record.target.integrated, -21);
    EXPECT_EQ(record.target.true_peak, -4);
    EXPECT_EQ(record.chapters.size(), 3U);
    (void)all_samples(reader);
    ASSERT_TRUE(reader.checksum());
    EXPECT_EQ(reader.checksum()->value(), record.checksum);
}

TEST_P(BookReaderOf, SeesThatTheSoundWasChanged) {
    (void)write({"One"});
    const BookRecord record = parse_book_record(BookReader(path()).info().record);
    const std::string whole = content_of(path());
    for (const double share : {0.5, 0.7, 0.999}) {
        std::string changed = whole;
        const auto place = static_cast<std::size_t>(share * static_cast<double>(whole.size()));
        changed[place] = static_cast<char>(changed[place] ^ 4);
        std::ofstream(path(), std::ios::binary | std::ios::trunc) << changed;
        BookReader reader(path());
        (void)all_samples(reader);
        EXPECT_NE(reader.checksum()->value(), record.checksum) << share;
    }
}

TEST_P(BookReaderOf, SurvivesAnyDamage) {
    (void)write({"One", "Two"});
    const std::string whole = content_of(path());
    std::mt19937 random(7);
    for (int round = 0; round < 150; ++round) {
        std::string damaged = whole;
        const std::size_t reach = round % 2 == 0 ? std::min<std::size_t>(whole.size(), 3000) : whole.size();
        for (std::size_t change = random() % 8 + 1; change > 0; --change) {
            damaged[random() % reach] = static_cast<char>(round % 3 == 0 ? 0xFF : random() % 256);
        }
        std::ofstream(path(), std::ios::binary | std::ios::trunc) << damaged;
        try {
            BookReader reader(path());
            (void)all_samples(reader);
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::input) << error.what();
        }
    }
}

/// A format that ffmpeg writes from a WAVE file: extension and encoder.
class ForeignFile : public testing::TestWithParam<std::pair<std::string, std::string>> {};

INSTANTIATE_TEST_SUITE_P(Formats, ForeignFile,
                         testing::ValuesIn(std::vector<std::pair<std::string, std::string>>{
                             {"mp3", "libmp3lame"}, {"opus", "libopus"}, {"flac", "flac"}, {"m4a", "aac"}}));

TEST_P(ForeignFile, IsReadAsFfmpegReadsIt) {
    const ScratchFolder folder;
    const MadeBook made = make_book(make_format_settings("wav", 24000, 0), {"One"});
    write_to(made, folder.path() / "in.wav");
    std::ofstream(folder.path() / "chapters.txt")
        << ";FFMETADATA1\ntitle=Été\ncomposer=Somebody\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=400\n"
           "title=First\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=400\nEND=700\ntitle=夜想曲\n";
    const auto path = folder.path() / ("out." + GetParam().first);
    ffmpeg({"-i", (folder.path() / "in.wav").string(), "-i", (folder.path() / "chapters.txt").string(),
            "-map_metadata", "1", "-map_chapters", "1", "-c:a", GetParam().second, path.string()});
    BookReader reader(path);
    const BookInfo& info = reader.info();
    EXPECT_EQ(info.tag("title"), "Été");
    EXPECT_EQ(info.tag("composer"), "Somebody");
    if (GetParam().first != "flac") { // ffmpeg writes no chapters there
        ASSERT_EQ(info.chapters().size(), 2U);
        EXPECT_EQ(info.chapters()[1].title, "夜想曲");
        EXPECT_NEAR(info.chapters()[1].start, 0.4, 0.001);
    }
    const auto samples = all_samples(reader);
    EXPECT_FALSE(reader.damage().any());
    EXPECT_EQ(samples.size(), decode(path).size());
    ASSERT_TRUE(info.samples);
    EXPECT_NEAR(static_cast<double>(*info.samples), static_cast<double>(samples.size()),
                static_cast<double>(info.samples_tolerance));
}

TEST(BookReader, GivesTheMeanOfTheChannels) {
    const ScratchFolder folder;
    const auto path = folder.path() / "stereo.wav";
    ffmpeg({"-f", "lavfi", "-i", "aevalsrc=0.5|0.25:d=0.1:s=8000", "-c:a", "pcm_s24le", path.string()});
    BookReader reader(path);
    const auto samples = all_samples(reader);
    EXPECT_EQ(samples.size(), 800U);
    EXPECT_NEAR(samples[400], 0.375, 0.001);
    EXPECT_FALSE(reader.checksum());
}

TEST(BookReader, TellsApartWhatIsNoBook) {
    using testing::HasSubstr;
    const ScratchFolder folder;
    const auto write = [&](const char* name, const std::string& content) {
        std::ofstream(folder.path() / name, std::ios::binary) << content;
        return folder.path() / name;
    };
    EXPECT_THAT(refusal(folder.path() / "absent.m4b"), HasSubstr("no such file"));
    EXPECT_THAT(refusal(folder.path()), HasSubstr("is a folder"));
    EXPECT_THAT(refusal(write("empty.m4b", "")), HasSubstr("is empty"));
    EXPECT_THAT(refusal(write("text.m4b", "Bekzat Petrenko was born in Moscow.\n")),
                HasSubstr("is not an audio file"));
    EXPECT_THAT(refusal(write("list.m4b", "#EXTM3U\nhttp://localhost/book.ts\n")),
                HasSubstr("is not an audio file"));
    write_to(make_book(FormatSettings{}, {"One"}), folder.path() / "book.m4b");
    const std::string whole = content_of(folder.path() / "book.m4b");
    EXPECT_THAT(refusal(write("cut.m4b", whole.substr(0, 500))), HasSubstr("cut off or damaged"));
}

} // namespace
} // namespace recital
