// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/engine/markup.h"

#include <gtest/gtest.h>

#include <random>
#include <tuple>

namespace recital {
namespace {

std::string marked(std::string_view spoken, const std::vector<Pronunciation>& pronunciations) {
    return EngineMarkup(spoken, pronunciations).text();
}

using Place = std::pair<std::size_t, std::size_t>;

/// Where words lie in the spoken form that were heard at these places of the marked text.
std::vector<Place> restored(const EngineMarkup& markup, const std::vector<Place>& heard) {
    std::vector<SpokenWord> words;
    words.reserve(heard.size());
    for (const auto& [position, length] : heard) {
        words.push_back({0, position, length});
    }
    std::vector<Place> places;
    for (const SpokenWord& word : markup.restore(words)) {
        places.emplace_back(word.text_position, word.text_length);
    }
    return places;
}

TEST(EngineMarkup, PutsPhonemesInPlaceOfWords) {
    EXPECT_EQ(marked("Then Bach's fugue.", {{5, 11, "b'A:xs", {}}}), "Then [[b'A:xs]] fugue.");
    EXPECT_EQ(marked("Carl Bach", {{0, 9, "k'A@l b'A:x", {}}}), "[[k'A@l]] [[b'A:x]]");
    EXPECT_EQ(marked("Saint-Saëns", {{0, 12, "s'ansA~s", {}}}), "[[s'ansA~s]]");
    EXPECT_EQ(marked("A Bach-like piece", {{2, 6, "b'A:x", {}}}), "A [[b'A:x]] like piece");
    EXPECT_EQ(marked("St-Bach", {{3, 7, "b'A:x", {}}}), "St [[b'A:x]]");
    EXPECT_EQ(marked("Nothing.", {}), "Nothing.");
}

TEST(EngineMarkup, NeverReadsTextAsPhonemes) {
    std::mt19937 random(1957); // NOLINT(cert-msc32-c,cert-msc51-cpp): the same every time
    const std::string letters = "[[[[]]ab -'é";
    for (int round = 0; round < 20000; ++round) {
        std::string spoken;
        for (int n = 0; n < 12; ++n) {
            spoken += letters[random() % letters.size()];
        }
        std::vector<Pronunciation> pronunciations;
        if (round % 2 == 0) {
            const std::size_t begin = random() % spoken.size();
            pronunciations.push_back({begin, begin + 1 + random() % (spoken.size() - begin), "b'A:x", {}});
        }
        const std::string text = marked(spoken, pronunciations);
        std::size_t count = 0;
        for (auto at = text.find("[["); at != std::string::npos; at = text.find("[[", at + 1)) {
            EXPECT_EQ(text.compare(at, 9, "[[b'A:x]]"), 0) << spoken << " -> " << text;
            ++count;
        }
        EXPECT_EQ(count, pronunciations.size()) << spoken << " -> " << text;
    }
}

TEST(EngineMarkup, RestoresThePlacesOfWords) {
    const std::string spoken = "Für J S Bach's élan vital.";
    const EngineMarkup markup(spoken, std::vector<Pronunciation>{{5, 15, "dZ,eI ,Es b'A:xs", {}}});
    ASSERT_EQ(markup.text(), "Für [[dZ,eI]] [[,Es]] [[b'A:xs]] élan vital.");
    EXPECT_EQ(restored(markup, {{0, 3}, {6, 1}, {16, 1}, {24, 2}, {33, 4}, {38, 5}}),
              (std::vector<Place>{{0, 3}, {4, 1}, {6, 1}, {8, 6}, {15, 4}, {20, 5}}));
}

TEST(EngineMarkup, MergesSeveralSpokenWordsOfOneSpan) {
    const EngineMarkup markup("To Guidonia!", std::vector<Pronunciation>{{3, 11, "gw'i: d'oUni@", {}}});
    ASSERT_EQ(markup.text(), "To [[gw'i: d'oUni@]]!");
    EXPECT_EQ(restored(markup, {{0, 2}, {5, 2}, {11, 3}}), (std::vector<Place>{{0, 2}, {3, 8}}));
}

TEST(EngineMarkup, LeavesOutRepeatedReports) {
    const EngineMarkup markup("At home, Guidonia, he",
                              std::vector<Pronunciation>{{9, 17, "gwi:d'oUni@", {}}});
    ASSERT_EQ(markup.text(), "At home, [[gwi:d'oUni@]], he");
    EXPECT_EQ(restored(markup, {{0, 2}, {3, 4}, {11, 1}, {8, 0}, {26, 2}}),
              (std::vector<Place>{{0, 2}, {3, 4}, {9, 8}, {19, 2}}));
}

} // namespace
} // namespace recital
