// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/aac_codec.h"
#include "container/m4b.h"
#include "support/books.h"
#include "support/players.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

using namespace testing_support;

std::vector<float> decoded(const MadeBook& made) {
    const ScratchFolder folder;
    write_to(made, folder.path() / "book.m4b");
    return decode(folder.path() / "book.m4b");
}

/// The same sound through one encoder, as one take.
MadeBook in_one_take(const MadeBook& made) {
    MadeBook whole;
    whole.book.format = made.book.format;
    whole.book.tags = made.book.tags;
    whole.master = made.master;
    Take take;
    take.samples = made.master.size();
    take.packets = make_codec(made.book.format)->encode(made.master);
    whole.book.chapters = {{"All", {{"whole", take.samples, take.packets.sizes}}}};
    whole.takes.emplace("whole", std::move(take));
    return whole;
}

double signal_to_noise(const std::vector<float>& signal, const std::vector<float>& decoded_signal) {
    std::vector<float> difference(signal.size());
    std::transform(signal.begin(), signal.end(), decoded_signal.begin(), difference.begin(), std::minus<>());
    return level(signal) - level(difference);
}

TEST(SplicedTakes, DecodeToTheirExactLength) {
    for (const int rate : {16000, 24000, 44100}) {
        for (const std::size_t takes : {1U, 2U, 5U}) {
            const MadeBook made = make_book(make_format_settings("m4b", rate, 0), {"One", "Two"}, takes);
            EXPECT_EQ(decoded(made).size(), made.book.samples()) << rate << " Hz, " << takes << " takes";
        }
    }
}

TEST(SplicedTakes, SoundAsFromOneEncoder) {
    const MadeBook spliced = make_book(FormatSettings{}, {"One", "Two", "Three"}, 4);
    const auto from_takes = decoded(spliced);
    const auto from_one = decoded(in_one_take(spliced));
    ASSERT_EQ(from_takes.size(), spliced.master.size());
    ASSERT_EQ(from_one.size(), spliced.master.size());
    const double of_takes = signal_to_noise(spliced.master, from_takes);
    const double of_one = signal_to_noise(spliced.master, from_one);
    EXPECT_GT(of_one, 6) << "the comparison needs sound that is coded well";
    EXPECT_NEAR(of_takes, of_one, 0.5);
}

TEST(SplicedTakes, AreSilentWhereTheyJoin) {
    const MadeBook made = make_book(FormatSettings{}, {"One", "Two"}, 4);
    const auto sound = decoded(made);
    std::size_t join = 0;
    for (const BookChapter& chapter : made.book.chapters) {
        for (const BookTake& take : chapter.takes) {
            for (std::size_t n = join; n < join + 1024; ++n) { // the frame of pause that a take begins with
                ASSERT_NEAR(sound[n], made.master[n], from_decibel(-60))
                    << "sample " << n - join << " behind a join";
            }
            join += take.samples;
            const auto last_frame = std::span(sound).subspan(join - 1024, 1024);
            EXPECT_LT(level(last_frame), -70) << "in front of a join";
        }
    }
}

TEST(M4b, ShowsItsChaptersAndTagsToAPlayer) {
    const std::vector<std::string> titles = {"Introduction", "Été à Almaty", "夜想曲", "🎹 Encore",
                                             "\"Quoted\" & <cut>"};
    const MadeBook made = make_book(FormatSettings{}, titles);
    const ScratchFolder folder;
    write_to(made, folder.path() / "Бюль-Бюль.m4b");
    const auto shown = probe(folder.path() / "Бюль-Бюль.m4b");
    ASSERT_EQ(shown["chapters"].size(), titles.size());
    double start = 0;
    for (std::size_t n = 0; n < titles.size(); ++n) {
        const auto& chapter = shown["chapters"][n];
        EXPECT_EQ(chapter["tags"]["title"], titles[n]);
        EXPECT_NEAR(std::stod(chapter["start_time"].get<std::string>()), start, 0.001);
        start += static_cast<double>(made.book.chapters[n].samples()) / 24000;
        EXPECT_NEAR(std::stod(chapter["end_time"].get<std::string>()), start, 0.001);
    }
    const auto& tags = shown["format"]["tags"];
    EXPECT_EQ(tags["title"], "Bekzat Sánchez Pérez");
    EXPECT_EQ(tags["album"], "Bekzat Sánchez Pérez");
    EXPECT_EQ(tags["composer"], "eSpeak NG (narrator)");
    EXPECT_EQ(tags["genre"], "Audiobook");
    EXPECT_EQ(tags["date"], "1999-05-04");
    EXPECT_EQ(tags["media_type"], "2");
    EXPECT_FALSE(tags.contains("creation_time"));
    EXPECT_EQ(shown["streams"][0]["codec_name"], "aac");
    EXPECT_EQ(shown["streams"][0]["sample_rate"], "24000");
    EXPECT_EQ(shown["streams"][0]["channels"], 1);
    EXPECT_EQ(shown["streams"][0]["tags"]["language"], "eng");
}

TEST(M4b, ShowsMoreThan255Chapters) {
    std::vector<std::string> titles;
    for (int n = 1; n <= 300; ++n) {
        titles.push_back("Chapter " + std::to_string(n));
    }
    const MadeBook made = make_book(make_format_settings("m4b", 16000, 16000), titles, 1);
    const ScratchFolder folder;
    write_to(made, folder.path() / "book.m4b");
    const auto shown = probe(folder.path() / "book.m4b");
    ASSERT_EQ(shown["chapters"].size(), 300U);
    EXPECT_EQ(shown["chapters"][299]["tags"]["title"], "Chapter 300");
}

} // namespace
} // namespace recital
