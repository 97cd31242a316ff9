// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_table.h"
#include "base/unicode.h"
#include "support/voice_text.h"
#include "text/english.h"
#include "text/script/script.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>
#include <random>
#include <string>
#include <vector>

namespace recital {
namespace {

using testing_support::english;
using testing_support::is_voice_text;

/// More rounds than the usual ones are asked for through the environment.
int rounds() {
    const char* asked = std::getenv("RECITAL_ROUNDS");   // NOLINT(concurrency-mt-unsafe): no other thread
    return asked == nullptr ? 100000 : std::atoi(asked); // NOLINT(cert-err34-c): a bad count is none
}

std::vector<std::string> examples() {
    std::vector<std::string> texts;
    for (auto& row : read_data_table(std::string(RECITAL_SOURCE_DIR) + "/tests/data/text/spoken.tsv", 2, 2)) {
        texts.push_back(std::move(row.cells[0]));
    }
    return texts;
}

void expect_speakable(const std::string& text) {
    for (const auto& sentence : read_aloud(text, english())) {
        ASSERT_TRUE(is_voice_text(sentence.spoken)) << text << "\n" << sentence.spoken;
        ASSERT_FALSE(sentence.source.empty());
    }
}

TEST(Invariant, NothingButWordsReachesTheVoiceFromMutatedExamples) {
    const auto texts = examples();
    std::mt19937 random(5); // NOLINT(cert-msc51-cpp): the same texts in every run
    for (int round = rounds(); round > 0; --round) {
        std::string text = texts[random() % texts.size()];
        for (auto edits = random() % 6; edits > 0 && !text.empty(); --edits) {
            const auto place = random() % text.size();
            const auto& other = texts[random() % texts.size()];
            switch (random() % 4) {
            case 0:
                text.erase(place, 1 + random() % 3);
                break;
            case 1:
                text.insert(place, other.substr(random() % other.size(), 1 + random() % 6));
                break;
            case 2:
                text[place] = static_cast<char>(' ' + random() % 95);
                break;
            default:
                text.insert(place, 1, static_cast<char>(random() % 256));
            }
        }
        expect_speakable(text);
        if (HasFatalFailure()) {
            return;
        }
    }
}

TEST(Invariant, NothingButWordsReachesTheVoiceFromAnyCharacters) {
    std::mt19937 random(6); // NOLINT(cert-msc51-cpp): the same texts in every run
    const std::vector<char32_t> limits{0x80, 0x180, 0x800, 0x3000, 0xFFFF, 0x10FFFF};
    for (int round = rounds() / 10; round > 0; --round) {
        std::string text;
        for (auto count = random() % 24; count > 0; --count) {
            const auto code_point = static_cast<char32_t>(random() % limits[random() % limits.size()]);
            append_utf8(text, random() % 5 == 0 ? U' ' : code_point);
        }
        expect_speakable(text);
        if (HasFatalFailure()) {
            return;
        }
    }
}

TEST(Invariant, NoTextTakesMoreThanLinearTime) {
    constexpr std::size_t length = 50000;
    const std::vector<std::string> patterns{
        "(",    "\"",     "'a ",  ".",     ". . ",   "1. ",  "a) ",    "A.",  "Aa.", "e.",
        "dr.",  "U.S. ",  "1\" ", "I, ",   "1-",     "1/",   "[",      "'",   "5' ", "No. ",
        "$1 ",  "a@",     "«",    "“a” ",  "e. g. ", "May ", "1957–",  "–",   "A-",  "Henry I ",
        "x",    "12:30 ", "é",    "www.a", "#",      "P!",   "Op. I ", "...", "?! ", "St. ",
        "\xFF", "J. ",    "&",    "1,",    "1.",     "馬"};
    const std::clock_t start = std::clock();
    for (const auto& pattern : patterns) {
        std::string text;
        while (text.size() < length) {
            text += pattern;
        }
        expect_speakable(text);
    }
    // CPU time, which other programs on the machine do not add to. Quadratic behaviour would take minutes.
    EXPECT_LT((std::clock() - start) / CLOCKS_PER_SEC, 60);
}

} // namespace
} // namespace recital
