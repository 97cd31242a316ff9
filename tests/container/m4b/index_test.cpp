// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/m4b/index.h"
#include "container/m4b/m4b.h"
#include "container/m4b/tags.h"
#include "support/books.h"
#include "support/boxes.h"
#include "support/program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

namespace recital {
namespace {

using namespace testing_support;

const FormatSettings format; // the default, AAC at 24 kHz

std::string written(const MadeBook& made) {
    const ScratchFolder folder;
    write_to(made, folder.path() / "book.m4b");
    return content_of(folder.path() / "book.m4b");
}

/// `count` numbers of `bytes` bytes in a table that starts behind `skipped` bytes.
std::vector<std::uint64_t> numbers(std::string_view data, std::size_t skipped, std::size_t bytes,
                                   std::size_t count) {
    std::vector<std::uint64_t> result;
    for (std::size_t n = 0; n < count; ++n) {
        result.push_back(number_at(data, skipped + n * bytes, bytes));
    }
    return result;
}

constexpr const char* audio_tables = "moov/trak/mdia/minf/stbl/";
constexpr const char* chapter_tables = "moov/trak:2/mdia/minf/stbl/";

std::string_view table(std::string_view file, const std::string& path) {
    return box_at(file, path).content;
}

std::vector<std::string> nero_titles(std::string_view file, std::vector<std::uint64_t>* starts = nullptr) {
    const std::string_view chpl = table(file, "moov/udta/chpl");
    std::vector<std::string> titles;
    std::size_t position = 9; // version, flags, four reserved bytes, count
    for (std::uint64_t n = number_at(chpl, 8, 1); n > 0; --n) {
        if (starts != nullptr) {
            starts->push_back(number_at(chpl, position, 8));
        }
        const std::size_t length = number_at(chpl, position + 8, 1);
        titles.emplace_back(chpl.substr(position + 9, length));
        position += 9 + length;
    }
    EXPECT_EQ(position, chpl.size());
    return titles;
}

std::string text_sample_title(std::string_view file, std::size_t offset) {
    return std::string(file.substr(offset + 2, number_at(file, offset, 2)));
}

TEST(M4b, PutsTheIndexFirst) {
    const std::string file = written(make_book(format, {"Introduction", "Later life"}));
    std::vector<std::string> types;
    std::uint64_t bytes = 0;
    for (const FoundBox& box : boxes_in(file)) {
        types.push_back(box.type);
        bytes += box.size;
    }
    EXPECT_THAT(types, testing::ElementsAre("ftyp", "moov", "mdat"));
    EXPECT_EQ(bytes, file.size());
    EXPECT_EQ(table(file, "ftyp").substr(0, 4), "M4B ");
}

TEST(M4b, HasOneChunkPerChapter) {
    const MadeBook made = make_book(format, {"One", "Two", "Three"}, 3);
    const std::string file = written(made);
    const auto stsc = table(file, std::string(audio_tables) + "stsc");
    const auto stco = table(file, std::string(audio_tables) + "stco");
    const auto stsz = table(file, std::string(audio_tables) + "stsz");
    ASSERT_EQ(number_at(stsc, 4, 4), 3U);
    ASSERT_EQ(number_at(stco, 4, 4), 3U);
    const std::size_t packets = number_at(stsz, 8, 4);
    const auto sizes = numbers(stsz, 12, 4, packets);
    const auto text_offsets = numbers(table(file, std::string(chapter_tables) + "stco"), 8, 4, 3);
    const auto text_sizes = numbers(table(file, std::string(chapter_tables) + "stsz"), 12, 4, 3);

    // Text sample and audio of each chapter lie behind each other, without a gap, from the start of the media
    // data.
    const FoundBox mdat = box_at(file, "mdat");
    std::uint64_t position = mdat.start + 8;
    std::size_t packet = 0;
    for (std::size_t chapter = 0; chapter < 3; ++chapter) {
        EXPECT_EQ(text_offsets[chapter], position);
        position += text_sizes[chapter];
        EXPECT_EQ(number_at(stco, 8 + 4 * chapter, 4), position);
        EXPECT_EQ(number_at(stsc, 8 + 12 * chapter, 4), chapter + 1);
        const std::size_t in_chapter = number_at(stsc, 12 + 12 * chapter, 4);
        const std::size_t end = packet + in_chapter;
        EXPECT_EQ(in_chapter, made.book.chapters[chapter].samples() / 1024);
        for (; packet < end; ++packet) {
            position += sizes.at(packet);
        }
    }
    EXPECT_EQ(packet, packets);
    EXPECT_EQ(position, file.size());
}

TEST(M4b, CopiesThePacketsOfEveryTake) {
    const MadeBook made = make_book(format, {"One", "Two"}, 2);
    const std::string file = written(made);
    for (const auto& [key, take] : made.takes) {
        EXPECT_NE(file.find(take.packets.bytes), std::string::npos) << key;
    }
}

TEST(M4b, PresentsItsSoundFromTheFirstSample) {
    const MadeBook made = make_book(format, {"One"});
    const std::string file = written(made);
    const auto elst = table(file, "moov/trak/edts/elst");
    EXPECT_EQ(number_at(elst, 4, 4), 1U);
    const std::uint64_t milliseconds = number_at(elst, 8, 4);
    EXPECT_NEAR(static_cast<double>(milliseconds), static_cast<double>(made.book.samples()) / 24.0, 1.0);
    EXPECT_GE(static_cast<double>(milliseconds), static_cast<double>(made.book.samples()) / 24.0);
    EXPECT_EQ(number_at(elst, 12, 4), 0U);
    const auto mdhd = table(file, "moov/trak/mdia/mdhd");
    EXPECT_EQ(number_at(mdhd, 12, 4), 24000U);
    EXPECT_EQ(number_at(mdhd, 16, 4), made.book.samples());
}

TEST(M4b, RefersToItsChapterTrack) {
    const std::vector<std::string> titles = {"Introduction", "As the years went on", "Ночь · 夜 · 🎹"};
    const MadeBook made = make_book(format, titles);
    const std::string file = written(made);
    EXPECT_EQ(number_at(table(file, "moov/trak/tref/chap"), 0, 4), 2U);
    EXPECT_EQ(number_at(table(file, "moov/trak:2/tkhd"), 12, 4), 2U);
    EXPECT_EQ(table(file, "moov/trak:2/mdia/hdlr").substr(8, 4), "text");
    const auto stts = table(file, std::string(chapter_tables) + "stts");
    const auto offsets = numbers(table(file, std::string(chapter_tables) + "stco"), 8, 4, 3);
    ASSERT_EQ(number_at(stts, 4, 4), 3U);
    for (std::size_t n = 0; n < 3; ++n) {
        EXPECT_EQ(number_at(stts, 8 + 8 * n, 4), 1U);
        EXPECT_EQ(number_at(stts, 12 + 8 * n, 4), made.book.chapters[n].samples());
        EXPECT_EQ(text_sample_title(file, offsets[n]), titles[n]);
    }
}

TEST(M4b, ListsChaptersAsNeroDoes) {
    const std::vector<std::string> titles = {"Introduction", "Été", "夜想曲", "🎹 Encore"};
    const MadeBook made = make_book(format, titles);
    std::vector<std::uint64_t> starts;
    const std::string file = written(made);
    EXPECT_EQ(nero_titles(file, &starts), titles);
    std::uint64_t samples = 0;
    for (std::size_t n = 0; n < titles.size(); ++n) {
        EXPECT_EQ(starts[n], samples * 10'000'000 / 24000); // units of 100 ns
        samples += made.book.chapters[n].samples();
    }
}

TEST(M4b, CutsLongTitlesOnACharacter) {
    std::string longest = "a";
    while (longest.size() < 300) {
        longest += "é";
    }
    const std::string file =
        written(make_book(format, {longest, std::string(255, 'x'), std::string(256, 'y')}, 1));
    const auto titles = nero_titles(file);
    EXPECT_EQ(titles[0], longest.substr(0, 255)); // "a" and 127 times two bytes
    EXPECT_EQ(titles[1], std::string(255, 'x'));
    EXPECT_EQ(titles[2], std::string(255, 'y'));
    const std::string file_of_emoji = written(make_book(format, {"🎹🎹" + longest}, 1));
    const std::string emoji = nero_titles(file_of_emoji)[0];
    EXPECT_EQ(emoji.size(), 255U);
    // The chapter track has room for the whole title.
    EXPECT_EQ(text_sample_title(file, number_at(table(file, std::string(chapter_tables) + "stco"), 8, 4)),
              longest);
}

TEST(M4b, CutsEvenTheLongestTitleOnACharacter) {
    std::string title;
    while (title.size() < 70000) {
        title += "夜";
    }
    const std::string sample = chapter_text_sample(title);
    const std::size_t length = number_at(sample, 0, 2);
    EXPECT_EQ(length, 65535U / 3 * 3);
    EXPECT_EQ(sample.substr(2, length), title.substr(0, length));
}

TEST(M4b, OmitsNerosListForMoreThan255Chapters) {
    std::vector<std::string> titles;
    for (int n = 1; n <= 256; ++n) {
        titles.push_back("Chapter " + std::to_string(n));
    }
    const MadeBook max =
        make_book(make_format_settings("m4b", 16000, 16000), {titles.begin(), titles.end() - 1}, 1);
    EXPECT_EQ(nero_titles(written(max)).size(), 255U);
    const std::string file = written(make_book(make_format_settings("m4b", 16000, 16000), titles, 1));
    EXPECT_THROW((void)box_at(file, "moov/udta/chpl"), std::runtime_error);
    EXPECT_EQ(number_at(table(file, std::string(chapter_tables) + "stsz"), 8, 4), 256U);
}

TEST(M4b, StatesTheLanguage) {
    EXPECT_EQ(m4b_language_code("en"), ('e' - 0x60) << 10 | ('n' - 0x60) << 5 | ('g' - 0x60));
    EXPECT_EQ(m4b_language_code("en-GB"), m4b_language_code("en"));
    EXPECT_EQ(m4b_language_code("fr"), ('f' - 0x60) << 10 | ('r' - 0x60) << 5 | ('a' - 0x60));
    const std::uint16_t undetermined = ('u' - 0x60) << 10 | ('n' - 0x60) << 5 | ('d' - 0x60);
    EXPECT_EQ(m4b_language_code(""), undetermined);
    EXPECT_EQ(m4b_language_code("zz-nowhere"), undetermined);
    const std::string file = written(make_book(format, {"One"}));
    EXPECT_EQ(number_at(table(file, "moov/trak/mdia/mdhd"), 20, 2), m4b_language_code("en"));
}

TEST(M4b, HoldsTheTags) {
    const std::string file = written(make_book(format, {"One"}));
    const auto tag = [&](const std::string& type) {
        return std::string(table(file, "moov/udta/meta/ilst/" + type + "/data").substr(8));
    };
    EXPECT_EQ(tag("\xA9nam"), "Bekzat Sánchez Pérez");
    EXPECT_EQ(tag("\xA9"
                  "alb"),
              "Bekzat Sánchez Pérez");
    EXPECT_EQ(tag("\xA9"
                  "ART"),
              "An Author");
    EXPECT_EQ(tag("\xA9wrt"), "eSpeak NG (narrator)");
    EXPECT_EQ(tag("\xA9gen"), "Audiobook");
    EXPECT_EQ(tag("\xA9"
                  "day"),
              "1999-05-04");
    EXPECT_EQ(tag("desc"), "A biography.");
    EXPECT_EQ(tag("\xA9too"), application_name());
    EXPECT_EQ(tag("stik"), "\x02"); // an audiobook
}

TEST(M4b, OmitsEmptyTags) {
    MadeBook made = make_book(format, {"One"});
    made.book.tags.date.clear();
    made.book.tags.artist.clear();
    const std::string file = written(made);
    EXPECT_THROW((void)box_at(file, "moov/udta/meta/ilst/\xA9"
                                    "day"),
                 std::runtime_error);
    EXPECT_THROW((void)box_at(file, "moov/udta/meta/ilst/\xA9"
                                    "ART"),
                 std::runtime_error);
}

TEST(M4b, DoesNotDependOnTheClock) {
    const MadeBook made = make_book(format, {"One", "Two"});
    EXPECT_EQ(written(made), written(made));
    const std::string file = written(made);
    for (const char* header : {"moov/mvhd", "moov/trak/tkhd", "moov/trak/mdia/mdhd", "moov/trak:2/tkhd",
                               "moov/trak:2/mdia/mdhd"}) {
        EXPECT_EQ(number_at(table(file, header), 4, 8), 0U) << header << ": creation and modification time";
    }
}

/// The layout of a book of `hours` at 24 kHz in two chapters, with packets of `bytes`.
M4bLayout layout_of(std::uint64_t hours, std::uint32_t bytes) {
    M4bLayout layout;
    const std::uint64_t packets = hours * 3600 * 24000 / 1024;
    layout.audio = {packets, packets * bytes, bytes};
    const std::uint64_t half = packets / 2;
    layout.chapters.push_back({"One", half * 1024, half, half * bytes});
    layout.chapters.push_back({"Two", (packets - half) * 1024, packets - half, (packets - half) * bytes});
    return layout;
}

/// What stands before the sound, with the packets' sizes left blank.
std::string whole_head(const M4bLayout& layout) {
    const M4bHead head = m4b_head(Book{format, some_tags(), {}}, layout);
    const std::string sizes(layout.audio.packets * packet_size_bytes, '\0');
    return head.before_sizes + sizes + head.after_sizes;
}

TEST(M4bHead, GrowsPastFourGigabytes) {
    const M4bLayout layout = layout_of(60, 900);
    const std::string head = whole_head(layout);
    const FoundBox mdat = box_at(head, "mdat");
    const std::uint64_t audio = layout.audio.bytes;
    const std::size_t text = chapter_text_sample("One").size() + chapter_text_sample("Two").size();
    ASSERT_GT(audio, std::uint64_t{1} << 32U);
    EXPECT_EQ(number_at(head, mdat.start, 4), 1U); // the true size follows the type
    EXPECT_EQ(mdat.size, 16 + audio + text);
    EXPECT_EQ(mdat.start + 16, head.size());
    const auto offsets = numbers(table(head, std::string(audio_tables) + "co64"), 8, 8, 2);
    EXPECT_EQ(offsets[0], head.size() + chapter_text_sample("One").size());
    EXPECT_EQ(offsets[1], offsets[0] + layout.chapters[0].audio_bytes + chapter_text_sample("Two").size());
    EXPECT_EQ(numbers(table(head, std::string(chapter_tables) + "co64"), 8, 8, 2)[0], head.size());
    EXPECT_THROW((void)box_at(head, std::string(audio_tables) + "stco"), std::runtime_error);
}

TEST(M4bHead, CountsTimesPast32Bits) {
    const M4bLayout layout = layout_of(60, 4); // 60 hours are more than 2^32 samples
    const std::string head = whole_head(layout);
    const auto mdhd = table(head, "moov/trak/mdia/mdhd");
    EXPECT_EQ(number_at(mdhd, 0, 1), 1U); // version 1: 64-bit times
    EXPECT_EQ(number_at(mdhd, 24, 8), layout.audio.packets * 1024);
    ASSERT_GT(layout.audio.packets * 1024, std::uint64_t{1} << 32U);
    EXPECT_EQ(number_at(table(head, "moov/mvhd"), 0, 1), 0U); // milliseconds still fit
    EXPECT_NO_THROW((void)box_at(head, std::string(audio_tables) + "stco"));
}

} // namespace
} // namespace recital
