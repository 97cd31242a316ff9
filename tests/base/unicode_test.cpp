// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/unicode.h"

#include <gtest/gtest.h>

namespace recital {
namespace {

TEST(Unicode, ComposesAndFolds) {
    EXPECT_EQ(normalise_nfc("Sa\u0301nchez"), "Sánchez");
    EXPECT_EQ(fold_case("SÁNCHEZ"), fold_case("sánchez"));
    EXPECT_EQ(fold_case("Strauß"), "strauss");
}

TEST(Unicode, RecognisesIllFormedBytes) {
    EXPECT_TRUE(is_utf8("Dvořák ♭ 𝄞"));
    EXPECT_FALSE(is_utf8("caf\xE9"));
    EXPECT_FALSE(is_utf8("\xED\xA0\x80")); // a surrogate
    EXPECT_FALSE(is_utf8("\xC0\xAF"));     // overlong
    std::size_t position = 0;
    EXPECT_EQ(next_code_point("\xE9t", position), U'\uFFFD');
    EXPECT_EQ(position, 1U);
    position = 3;
    EXPECT_EQ(next_code_point("sol", position),
              U'\uFFFD'); // a title of a lone full stop once read past the end
    EXPECT_EQ(position, 3U);
}

/// Asks the library about every character of ASCII as well.
TEST(Unicode, DecidesAsciiAsTheLibraryDoes) {
    for (char32_t c = 0; c < 0x80; ++c) {
        EXPECT_EQ(is_letter(c), beyond_ascii::is_letter(c)) << static_cast<unsigned>(c);
        EXPECT_EQ(is_upper(c), beyond_ascii::is_upper(c)) << static_cast<unsigned>(c);
        EXPECT_EQ(is_lower(c), beyond_ascii::is_lower(c)) << static_cast<unsigned>(c);
        EXPECT_EQ(is_digit(c), beyond_ascii::is_digit(c)) << static_cast<unsigned>(c);
        EXPECT_EQ(is_space(c), beyond_ascii::is_space(c)) << static_cast<unsigned>(c);
    }
}

/// Every byte at each place of the eight that are folded at once.
TEST(Unicode, FoldsEachCharacterOfAsciiAlone) {
    for (std::size_t place = 0; place < 17; ++place) {
        for (int byte = 0; byte < 0x80; ++byte) {
            std::string text(17, '@'); // before "A"
            text[place] = static_cast<char>(byte);
            std::string folded = text;
            folded[place] = static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 0x20 : byte);
            EXPECT_EQ(fold_case(text), folded);
        }
    }
}

TEST(Unicode, CutsOnACharacter) {
    EXPECT_EQ(prefix_on_character("Dvořák", 4), "Dvo");
    EXPECT_EQ(prefix_on_character("Dvořák", 5), "Dvoř");
    EXPECT_EQ(prefix_on_character("Bach", 99), "Bach");
    EXPECT_EQ(count_code_points("Dvořák"), 6U);
}

TEST(Unicode, CountsColumns) {
    EXPECT_EQ(columns_of("Dvořák"), 6U);
    EXPECT_EQ(columns_of("Dvor\u030Ca\u0301k"), 6U);
    EXPECT_EQ(columns_of("夜想曲、"), 8U);
    EXPECT_EQ(columns_of("Шостакович"), 10U);
    EXPECT_EQ(columns_of("👩🏽‍🎤"), 2U);
    EXPECT_EQ(columns_of(""), 0U);
    EXPECT_EQ(columns_of("\xE9"), 1U);
}

} // namespace
} // namespace recital
