// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/visible_text.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

constexpr const char* invisible[] = {"",       " ",      "\t\n",   "\u00A0", "\u3000",    "\u200B", "\u200D",
                                     "\u2060", "\uFEFF", "\u00AD", "\u200F", "\u0001",    "\u0085", "\u3164",
                                     "\u2800", "\u2028", "\u180E", "\uFE0F", "\U000E0020"};

TEST(VisibleText, IsNotMadeOfBlanksOfAnyKind) {
    for (const char* const text : invisible) {
        EXPECT_FALSE(is_visible(text)) << '"' << text << '"';
        EXPECT_FALSE(has_letter_or_digit(text)) << '"' << text << '"';
        EXPECT_FALSE(has_word(text)) << '"' << text << '"';
        EXPECT_TRUE(is_visible(text + std::string("!")));
    }
}

TEST(VisibleText, HasLettersOrDigits) {
    for (const char* const text : {"a", "é", "Ж", "音", "ن", "7", "٣", "\u200B7"}) {
        EXPECT_TRUE(has_letter_or_digit(text)) << text;
    }
    for (const char* const text : {"...", "—", "♪", "🎵", "\u0301", "\uFFFD", "\uE000"}) {
        EXPECT_FALSE(has_letter_or_digit(text)) << text;
        EXPECT_TRUE(is_visible(text)) << text;
    }
}

TEST(VisibleText, HasWords) {
    for (const char* const text : {"no", "1 or 2", "e\u0301a", "音", "1. ไทย", "I am"}) {
        EXPECT_TRUE(has_word(text)) << text;
    }
    for (const char* const text : {"a", "1 2 3", "a b c", "| 1 | 2 |", "A.", "ж 7 ж"}) {
        EXPECT_FALSE(has_word(text)) << text;
    }
}

} // namespace
} // namespace recital
