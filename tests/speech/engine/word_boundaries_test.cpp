// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/engine/word_boundaries.h"

#include <gtest/gtest.h>

#include <vector>

namespace recital {
namespace {

constexpr auto all = std::string_view::npos;

/// Words of four letters, and those of them that were heard.
std::string words(std::size_t count) {
    std::string text;
    for (std::size_t n = 0; n < count; ++n) {
        text += n == 0 ? "note" : " note";
    }
    return text;
}

std::vector<SpokenWord> heard(std::size_t begin, std::size_t end) {
    std::vector<SpokenWord> found;
    for (std::size_t n = begin; n < end; ++n) {
        found.push_back({n * 1000, n * 5, 4});
    }
    return found;
}

TEST(WordBoundaries, AreCompleteForFullSpeech) {
    EXPECT_EQ(silent_from(words(100), heard(0, 100)), all);
    EXPECT_EQ(silent_from("", {}), all);
    EXPECT_EQ(silent_from("...", {}), all);
}

TEST(WordBoundaries, AllowWordsReportedAsOne) {
    EXPECT_EQ(silent_from(words(100), heard(0, 96)), all);
    auto some = heard(0, 50);
    const auto rest = heard(55, 100);
    some.insert(some.end(), rest.begin(), rest.end());
    EXPECT_EQ(silent_from(words(100), some), all);
}

TEST(WordBoundaries, ShowWhereSpeechIsMissing) {
    EXPECT_EQ(silent_from(words(100), heard(0, 40)), 200U);
    EXPECT_EQ(silent_from(words(100), {}), 0U);
    auto some = heard(0, 10);
    const auto rest = heard(90, 100);
    some.insert(some.end(), rest.begin(), rest.end());
    EXPECT_EQ(silent_from(words(100), some), 50U);
}

} // namespace
} // namespace recital
