// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/punctuation.h"

#include <gtest/gtest.h>

#include <string_view>

namespace recital {
namespace {

TEST(Punctuation, RecognisesSentenceEndsInOtherScripts) {
    for (const char32_t mark : std::u32string_view(U"。！？｡．।॥؟۔։።။")) {
        EXPECT_TRUE(ends_sentence_by_itself(mark)) << static_cast<unsigned>(mark);
    }
    for (const char32_t other : std::u32string_view(U".!?…、，；：،»é·曲")) {
        EXPECT_FALSE(ends_sentence_by_itself(other)) << static_cast<unsigned>(other);
    }
}

TEST(Punctuation, MapsMarksToTheirAsciiEquivalents) {
    EXPECT_EQ(plain_mark(U'，'), ',');
    EXPECT_EQ(plain_mark(U'、'), ',');
    EXPECT_EQ(plain_mark(U'،'), ',');
    EXPECT_EQ(plain_mark(U'；'), ';');
    EXPECT_EQ(plain_mark(U'؛'), ';');
    EXPECT_EQ(plain_mark(U'：'), ':');
    EXPECT_EQ(plain_mark(U'。'), '.');
    EXPECT_EQ(plain_mark(U'।'), '.');
    EXPECT_EQ(plain_mark(U'？'), '?');
    EXPECT_EQ(plain_mark(U'؟'), '?');
    EXPECT_EQ(plain_mark(U'！'), '!');
    EXPECT_EQ(plain_mark(U','), '\0');
    EXPECT_EQ(mark_of(U','), ',');
    EXPECT_EQ(mark_of(U'、'), ',');
    EXPECT_EQ(mark_of(U'a'), '\0');
    EXPECT_EQ(plain_mark(U'」'), '\0');
    EXPECT_EQ(plain_mark(U'曲'), '\0');
}

TEST(Punctuation, RecognisesMarksThatCannotBeginALine) {
    for (const char32_t mark : std::u32string_view(U"、。，．；：！？）」』”’》,.;:!?)]")) {
        EXPECT_TRUE(is_closing_mark(mark)) << static_cast<unsigned>(mark);
        EXPECT_FALSE(is_opening_mark(mark)) << static_cast<unsigned>(mark);
    }
    for (const char32_t mark : std::u32string_view(U"「『（《“‘«([")) {
        EXPECT_TRUE(is_opening_mark(mark)) << static_cast<unsigned>(mark);
        EXPECT_FALSE(is_closing_mark(mark)) << static_cast<unsigned>(mark);
    }
}

} // namespace
} // namespace recital
