// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "studio/job/metadata_tags.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recital {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

GivenTags parsed(const std::vector<std::string>& arguments) {
    GivenTags tags;
    for (const std::string& argument : arguments) {
        parse_given_tag(argument, tags);
    }
    return tags;
}

/// Both were written, and which of them a player showed was left to chance.
TEST(GivenTags, AreReplacedByLaterOnesOfTheSameNameInAnyCase) {
    EXPECT_THAT(parsed({"foo=a", "Foo=b"}), ElementsAre(Pair("Foo", "b")));
    EXPECT_THAT(parsed({"Author=a", "ARTIST=b"}), ElementsAre(Pair("artist", "b")));
}

/// A line feed in a title stood in the files and tore the lines of players and scripts.
TEST(GivenTags, HaveNoControlCharacters) {
    EXPECT_THAT(parsed({"title=One\r\n\ttwo\x7F"}), ElementsAre(Pair("title", "One two")));
    EXPECT_THAT(parsed({"mood=\nÉté\xC2\x85夜"}), ElementsAre(Pair("mood", "Été 夜")));
    EXPECT_THAT(parsed({"comment=One\r\n\ntwo\tthree\n"}),
                ElementsAre(Pair("description", "One\n\ntwo three")));
}

/// They stood twice in the tags: as given, and as the text of the book.
TEST(GivenTags, CannotBeLyrics) {
    try {
        (void)parsed({"Lyrics=la la"});
        FAIL() << "was taken";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::usage);
        EXPECT_THAT(error.what(), HasSubstr("--no-lyrics"));
    }
}

} // namespace
} // namespace recital
