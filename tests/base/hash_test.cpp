// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"

#include <gtest/gtest.h>

#include <string>

namespace recital {
namespace {

TEST(DigestTest, IsTheHashOfTheBytes) {
    // XXH3-128 of no bytes and of "a" as `xxhsum -H2` prints them.
    EXPECT_EQ(digest_of("").hex(), "99aa06d3014798d86001c324468d497f");
    EXPECT_EQ(digest_of("a").hex(), "a96faf705af16834e6c632b61e964e1f");
    EXPECT_EQ(digest_of("a").hex(), hash_hex("a"));
}

TEST(DigestTest, CanBeReadFromItsHexadecimalDigits) {
    for (const std::string text : {"", "a", "Clara Schumann"}) {
        EXPECT_EQ(Digest::from_hex(digest_of(text).hex()), digest_of(text)) << text;
    }
}

TEST(DigestTest, IsNotReadFromAnyOtherText) {
    const std::string digits(32, 'a');
    EXPECT_TRUE(Digest::from_hex(digits));
    for (const std::string& text :
         {std::string(), digits.substr(1), digits + "a", "A" + digits.substr(1), "-" + digits.substr(1),
          "+" + digits.substr(1), " " + digits.substr(1), "g" + digits.substr(1), digits.substr(1) + " ",
          digits.substr(1) + '\0'}) {
        EXPECT_FALSE(Digest::from_hex(text)) << text;
    }
}

} // namespace
} // namespace recital
