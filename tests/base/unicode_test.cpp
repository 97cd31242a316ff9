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
