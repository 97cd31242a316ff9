// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/state/book_bytes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace recital {
namespace {

using testing::ElementsAre;

BookReport full_report() {
    BookReport book{"q1",        "Mara Vell", "Mara Vellmann", {"M. Vell"}, {}, {"in/a.txt:3", "in/b.txt"},
                    "the title", {}};
    book.candidates = {{"Mara Vell", 12, "the title names a person"}, {"Kraków", -3, ""}};
    FileReport file;
    file.format = "m4b";
    file.file = "books/Mara Vell.m4b";
    file.playlist = "books/Mara Vell.m3u8";
    file.chapter_files = {"books/Mara Vell/1.m4b", "books/Mara Vell/2.m4b"};
    file.subtitles = {"books/Mara Vell.vtt"};
    file.chapter_subtitles = {{"books/Mara Vell/1.vtt"}, {"books/Mara Vell/2.vtt"}};
    file.rate = 24000;
    file.samples = 5'000'000'000;
    file.bytes = 123'456;
    file.chapters = {{"Childhood", 0, 1000}, {"", 1000, 5'000'000'000}};
    file.limiter = {1.25, 77};
    file.takes_rendered = 3;
    file.takes_reused = 4;
    book.files = {file, FileReport{}};
    book.files[1].format = "mp3";
    book.files[1].file = "books/Mara Vell.mp3";
    book.files[1].rate = 24000;
    return book;
}

std::string bytes_of(const BookReport& book) {
    ByteWriter out;
    put_book(out, book);
    return out.take();
}

TEST(BookBytes, BringBackAReport) {
    const std::string bytes = bytes_of(full_report());
    ByteReader in(bytes);
    const BookReport book = take_book(in);
    in.expect_end();
    EXPECT_EQ(book.candidates[1].score, -3);
    EXPECT_EQ(book.files[0].chapters[1].last_sample, 5'000'000'000U);
    EXPECT_EQ(book.files[0].limiter.max_gain_reduction, 1.25);
    EXPECT_EQ(bytes_of(book), bytes);
}

TEST(BookBytes, AreRefusedIfTheyAreCut) {
    const std::string bytes = bytes_of(full_report());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        ByteReader in(std::string_view(bytes).substr(0, size));
        EXPECT_THROW((void)take_book(in), MalformedBytes);
    }
}

TEST(BookBytes, NameEveryFileOfTheBook) {
    std::vector<std::string> files;
    for_each_file(full_report(), [&](const std::filesystem::path& file) { files.push_back(file.string()); });
    EXPECT_THAT(files, ElementsAre("books/Mara Vell.m4b", "books/Mara Vell.m3u8", "books/Mara Vell/1.m4b",
                                   "books/Mara Vell/2.m4b", "books/Mara Vell.vtt", "books/Mara Vell/1.vtt",
                                   "books/Mara Vell/2.vtt", "books/Mara Vell.mp3"));
}

} // namespace
} // namespace recital
