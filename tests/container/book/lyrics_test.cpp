// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/book/lyrics.h"
#include "support/books.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

using namespace testing_support;

Book book_of(const std::string& first, const std::string& second) {
    Book book = make_book(make_format_settings("flac", 0, 0), {"One", "Two"}, 1).book;
    book.chapters[0].text = first;
    book.chapters[1].text = second;
    return book;
}

TEST(Lyrics, AreTheTextsOfTheChapters) {
    EXPECT_EQ(lyrics(book_of("One.", "Two.\n\nThree.")), "One.\n\nTwo.\n\nThree.");
    EXPECT_EQ(lyrics(book_of("", "Two.")), "Two.");
    EXPECT_EQ(lyrics(book_of("", "")), "");
}

TEST(Lyrics, OfAChapterFileAreItsOwn) {
    EXPECT_EQ(lyrics(chapter_alone(book_of("One.", "Two."), 1)), "Two.");
}

TEST(Lyrics, AreOmittedIfTheyAreTooLong) {
    const std::string half(max_lyrics_bytes / 2 - 1, 'a');
    EXPECT_EQ(lyrics(book_of(half, half)).size(), max_lyrics_bytes);
    EXPECT_EQ(lyrics(book_of(half, half + "a")), "");
}

} // namespace
} // namespace recital
