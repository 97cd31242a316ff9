// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/mp3/info.h"
#include "container/mp3/mp3.h"
#include "support/books.h"
#include "support/boxes.h"
#include "support/program.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

using namespace testing_support;

/// An MP3 file in its three parts.
struct Parts {
    explicit Parts(const MadeBook& made) {
        const ScratchFolder folder;
        write_to(made, folder.path() / "book.mp3");
        const std::string file = content_of(folder.path() / "book.mp3");
        std::size_t tag_bytes = 0; // ID3v2.3, 3.1: seven bits of each byte
        for (std::size_t n = 6; n < 10; ++n) {
            tag_bytes = tag_bytes << 7U | static_cast<unsigned char>(file.at(n));
        }
        tag = file.substr(0, 10 + tag_bytes);
        const std::size_t frame_bytes = mp3_info_frame({made.book.format, 10, 1, 1}).size();
        info = file.substr(tag.size(), frame_bytes);
        music = file.substr(tag.size() + frame_bytes);
    }

    std::string tag;
    std::string info;
    std::string music;
};

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
        ++found;
    }
    return found;
}

/// "123456789" is what catalogues of checksums give for CRC-16/ARC.
TEST(Mp3Checksum, MatchesTheReferenceValue) {
    EXPECT_EQ(mp3_checksum("123456789", 0), 0xBB3D);
    EXPECT_EQ(mp3_checksum("6789", mp3_checksum("12345", 0)), 0xBB3D);
}

TEST(Mp3, StatesItsLength) {
    for (const auto& [rate, bitrate] :
         {std::pair{24000, 80000}, {24000, 16000}, {44100, 32000}, {44100, 320000}}) {
        const MadeBook made = make_book(make_format_settings("mp3", rate, bitrate), {"One", "Two"}, 3);
        const Parts parts(made);
        const std::size_t start = parts.info.find("Info");
        ASSERT_EQ(start, rate < 32000 ? 13U : 21U); // behind header and side information of one channel
        const std::uint64_t frames = number_at(parts.info, start + 8, 4);
        const std::uint64_t bytes = number_at(parts.info, start + 12, 4);
        EXPECT_EQ(bytes, parts.info.size() + parts.music.size());
        const std::uint64_t delays = number_at(parts.info, start + 141, 3);
        EXPECT_EQ(frames * made.book.format.frame_samples() - (delays >> 12U) - (delays & 0xFFFU),
                  made.book.samples());
        EXPECT_GE(delays & 0xFFFU, 529U) << "what the decoder's own delay holds back has to be there";
        EXPECT_EQ(number_at(parts.info, start + 152, 2), mp3_checksum(parts.music, 0));
        EXPECT_EQ(number_at(parts.info, start + 154, 2),
                  mp3_checksum(std::string_view(parts.info).substr(0, start + 154), 0));
    }
}

TEST(Mp3, StatesTheOffsetsOfItsHundredths) {
    const MadeBook made = make_book(make_format_settings("mp3", 0, 0), {"One", "Two"}, 12);
    const Parts parts(made);
    const std::size_t table = parts.info.find("Info") + 16;
    for (std::size_t n = 0; n < 100; ++n) {
        const double place = static_cast<double>(number_at(parts.info, table + n, 1)) / 256;
        EXPECT_NEAR(place, static_cast<double>(n) / 100, 0.01) << "at a constant bit rate";
    }
}

TEST(Mp3, DividesLongTablesOfContents) {
    std::vector<std::string> titles;
    for (int n = 1; n <= 255; ++n) {
        titles.push_back(std::to_string(n));
    }
    const FormatSettings settings = make_format_settings("mp3", 0, 16000);
    const Parts whole(make_book(settings, titles, 1));
    EXPECT_EQ(count(whole.tag, "CHAP"), 255U);
    EXPECT_EQ(count(whole.tag, "CTOC"), 1U);
    titles.emplace_back("256");
    const Parts divided(make_book(settings, titles, 1));
    EXPECT_EQ(count(divided.tag, "CHAP"), 256U);
    EXPECT_EQ(count(divided.tag, "CTOC"), 3U);
}

} // namespace
} // namespace recital
