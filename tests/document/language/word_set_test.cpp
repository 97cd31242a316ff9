// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/unicode.h"
#include "document/language/word_set.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace recital {
namespace {

TEST(WordSet, ContainsWordsInAnyCase) {
    const WordSet words = {"the", "née", "strasse"};
    EXPECT_TRUE(words.contains("the"));
    EXPECT_FALSE(words.contains("The"));
    EXPECT_FALSE(words.contains(""));
    EXPECT_TRUE(words.contains_folded("The"));
    EXPECT_TRUE(words.contains_folded("NÉE"));
    EXPECT_TRUE(words.contains_folded("Straße"));       // it gets longer
    EXPECT_TRUE(words.contains_folded("\u017Ftrasse")); // it gets shorter, and another first byte
    EXPECT_FALSE(words.contains_folded("them"));
    EXPECT_FALSE(WordSet().contains_folded(""));
}

TEST(WordSet, DecidesByLengthAndFirstByteAsASetDoes) {
    std::mt19937 random(1); // NOLINT(cert-msc51-cpp): the same each time
    const auto any_word = [&random] {
        constexpr std::string_view bytes = "aAbBzZ1!_ ";
        std::string word(random() % 70, ' ');
        for (char& byte : word) {
            byte = bytes[random() % bytes.size()];
        }
        return word.substr(0, random() % 4 == 0 ? word.size() : 2);
    };
    WordSet words;
    WordSet::Words expected;
    for (int n = 0; n < 40; ++n) {
        const std::string word = fold_case(any_word());
        words.insert(word);
        expected.insert(word);
    }
    for (int n = 0; n < 20'000; ++n) {
        const std::string word = any_word();
        EXPECT_EQ(words.contains(word), expected.contains(word));
        EXPECT_EQ(words.contains_folded(word), expected.contains(fold_case(word)));
    }
}

} // namespace
} // namespace recital
