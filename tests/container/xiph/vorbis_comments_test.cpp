// SPDX-License-Identifier: GPL-3.0-or-later
#include "container/xiph/vorbis_comments.h"
#include "support/books.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recital {
namespace {

using namespace testing_support;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

Book book_of_chapters(std::size_t count) {
    Book book = make_book(make_format_settings("opus", 0, 0), std::vector<std::string>(count, "Één"), 1).book;
    book.chapters.front().text = "Words.";
    return book;
}

/// mediainfo showed no cover behind four hours of lyrics.
TEST(VorbisComments, PutTheCoverBeforeTheLyrics) {
    const auto comments = vorbis_comments(book_of_chapters(1), {"JPEG", 1400, 1400});
    EXPECT_THAT(comments[comments.size() - 2], StartsWith("METADATA_BLOCK_PICTURE="));
    EXPECT_EQ(comments.back(), "LYRICS=Words.");
}

TEST(VorbisComments, OmitThePictureForFormatsWithAPictureBlock) {
    EXPECT_THAT(vorbis_comments(book_of_chapters(1)), Not(Contains(HasSubstr("PICTURE"))));
}

/// The chapters' numbers have three digits.
TEST(VorbisComments, Name999Chapters) {
    const auto comments = vorbis_comments(book_of_chapters(1001));
    EXPECT_THAT(comments, Contains("CHAPTER999NAME=Één"));
    EXPECT_THAT(comments, Not(Contains(StartsWith("CHAPTER1000"))));
}

} // namespace
} // namespace recital
