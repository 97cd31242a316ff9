// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/engine/engine.h"
#include "support/forked.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <sstream>
#include <string>
#include <vector>

namespace recital {
namespace {

using testing_support::forked;

Voice narrator() {
    return load_voice(std::filesystem::path(RECITAL_SOURCE_DIR) / "voices", default_voice);
}

/// What a person would measure of a word of an utterance.
struct HeardWord {
    std::size_t position = 0;
    std::size_t length = 0; ///< characters
    double seconds = 0;
    double pitch = 0; ///< Hz
};

/// The lag of greatest autocorrelation in the middle of the stretch, as a frequency.
double pitch_of(const std::vector<std::int16_t>& samples, std::size_t begin, std::size_t end) {
    constexpr std::size_t window = Engine::sample_rate / 25;
    constexpr std::size_t min_length = Engine::sample_rate / 250;
    constexpr std::size_t max_length = Engine::sample_rate / 70;
    const std::size_t middle = (begin + end) / 2 - window / 2;
    std::size_t best = min_length;
    double greatest = 0;
    for (std::size_t lag = min_length; lag <= max_length; ++lag) {
        double sum = 0;
        for (std::size_t n = 0; n < window; ++n) {
            sum += static_cast<double>(samples.at(middle + n)) * samples.at(middle + n + lag);
        }
        if (sum > greatest) {
            greatest = sum;
            best = lag;
        }
    }
    return static_cast<double>(Engine::sample_rate) / static_cast<double>(best);
}

struct Heard {
    std::vector<HeardWord> words;
    std::size_t clauses = 0;
};

Heard heard(const Voice& voice, const std::string& text, const std::vector<TextRange>& stresses,
            const std::vector<Pronunciation>& pronunciations = {}) {
    std::istringstream answer(forked([&] {
        Engine engine;
        engine.use(voice);
        const Utterance utterance = engine.speak({text, pronunciations, false, stresses});
        std::ostringstream out;
        out << utterance.clauses.size();
        for (std::size_t n = 0; n + 1 < utterance.words.size(); ++n) {
            const SpokenWord& word = utterance.words[n];
            const std::size_t end = utterance.words[n + 1].first_sample;
            out << ' ' << word.text_position << ' ' << word.text_length << ' '
                << static_cast<double>(end - word.first_sample) / Engine::sample_rate << ' '
                << pitch_of(utterance.samples, word.first_sample, end);
        }
        return out.str();
    }));
    Heard heard;
    answer >> heard.clauses;
    for (HeardWord word; answer >> word.position >> word.length >> word.seconds >> word.pitch;) {
        heard.words.push_back(word);
    }
    return heard;
}

TEST(Stress, MakesAWordLongerAndHigherAndDoesNotChangeOthers) {
    const std::string text = "He never returned to the city of his youth.";
    const Heard plain = heard(narrator(), text, {});
    const Heard stressed = heard(narrator(), text, {{3, 8}});
    ASSERT_EQ(plain.words.size(), 8U);
    ASSERT_EQ(stressed.words.size(), 8U);
    EXPECT_GT(stressed.words[1].seconds, plain.words[1].seconds * 1.1);
    EXPECT_GT(stressed.words[1].pitch, plain.words[1].pitch * 1.1);
    for (std::size_t n = 2; n < 8; ++n) {
        EXPECT_NEAR(stressed.words[n].seconds, plain.words[n].seconds, 0.02) << n;
    }
    EXPECT_EQ(stressed.clauses, plain.clauses);
}

TEST(Stress, IsShapedByTheProfile) {
    const std::string text = "He never returned to the city of his youth.";
    Voice flat = narrator();
    flat.emphasis = {1, 0};
    const Heard plain = heard(flat, text, {});
    const Heard stressed = heard(flat, text, {{3, 8}});
    EXPECT_NEAR(stressed.words[1].seconds, plain.words[1].seconds, 0.02);
    EXPECT_NEAR(stressed.words[1].pitch, plain.words[1].pitch, 5);
}

TEST(Stress, KeepsThePlacesOfTheWords) {
    struct Case {
        std::string text;
        std::vector<TextRange> stresses;
        std::vector<Pronunciation> pronunciations;
    };
    const std::vector<Case> cases = {
        {"Never did he return, not once, to the city.", {{0, 5}, {21, 29}}, {}},
        {"He was here, and only here, he said; Für Elise.", {{7, 11}, {17, 26}}, {}},
        {"Dvořák never came.", {{9, 14}}, {{0, 8, "dv'O@ZA:k", {}}}},
        {"She loved Dvořák dearly.", {{10, 18}}, {{10, 18, "dv'O@ZA:k", {}}}},
        {"It was all.", {{7, 10}}, {}},
    };
    for (const Case& one : cases) {
        const Heard plain = heard(narrator(), one.text, {}, one.pronunciations);
        const Heard stressed = heard(narrator(), one.text, one.stresses, one.pronunciations);
        EXPECT_EQ(stressed.clauses, plain.clauses) << one.text;
        ASSERT_EQ(stressed.words.size(), plain.words.size()) << one.text;
        for (std::size_t n = 0; n < plain.words.size(); ++n) {
            EXPECT_EQ(stressed.words[n].position, plain.words[n].position) << one.text << n;
            EXPECT_EQ(stressed.words[n].length, plain.words[n].length) << one.text << n;
        }
    }
}

} // namespace
} // namespace recital
