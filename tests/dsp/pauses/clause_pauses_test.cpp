// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/mastering/mastering.h"
#include "dsp/pauses/clause_pauses.h"
#include "dsp/pauses/engine_rate.h"
#include "support/forked.h"
#include "support/signals.h"

#include <gtest/gtest.h>

#include <sstream>
#include <utility>
#include <vector>

namespace recital {
namespace {

using namespace testing_support;

/// "first-last mark" of every clause.
std::string clauses(std::size_t count, const std::vector<Silence>& silences,
                    const std::vector<ClauseEnd>& ends) {
    std::ostringstream out;
    for (const ClauseSpan& span : find_clauses(count, silences, ends, engine_rate)) {
        out << span.first << '-' << span.last << ' ' << (span.mark == 0 ? '0' : static_cast<char>(span.mark))
            << ';';
    }
    return out.str();
}

TEST(FindClauses, SplitsWhereTheEnginePaused) {
    const std::vector<Silence> silences = {{0, 300}, {20000, 24000}, {40000, 41000}, {60000, 65000}};
    EXPECT_EQ(clauses(65000, silences, {{24000, U','}, {64900, U'.'}}), "300-20000 ,;24000-60000 0;");
    EXPECT_EQ(clauses(65000, silences, {}), "300-60000 0;");
}

TEST(FindClauses, ToleratesInexactEvents) {
    const std::vector<Silence> silences = {{20000, 24000}};
    for (const std::size_t place : {19400U, 20000U, 22000U, 24000U, 24600U}) {
        EXPECT_EQ(clauses(50000, silences, {{place, U';'}}), "0-20000 ;;24000-50000 0;") << place;
    }
    EXPECT_EQ(clauses(50000, silences, {{25000, U';'}}), "0-50000 0;") << "too far off";
}

TEST(FindClauses, PrefersThePauseToAPlosiveNextToIt) {
    EXPECT_EQ(clauses(50000, {{19000, 19500}, {19600, 23000}, {23100, 23500}}, {{23050, U','}}),
              "0-19600 ,;23000-50000 0;");
}

TEST(FindClauses, FindsNothingInSilence) {
    EXPECT_EQ(clauses(5000, {{0, 5000}}, {{2000, U','}}), "");
    EXPECT_EQ(clauses(0, {}, {}), "");
}

TEST(PauseAfter, DependsOnTheMark) {
    PauseSettings pauses;
    pauses.comma = 1;
    pauses.semicolon = 2;
    pauses.dash = 3;
    pauses.sentence = 4;
    const std::vector<std::pair<char32_t, double>> expected = {{U',', 1}, {0, 1},    {U';', 2}, {U':', 2},
                                                               {U'–', 3}, {U'—', 3}, {U'(', 3}, {U')', 3},
                                                               {U'.', 4}, {U'!', 4}, {U'?', 4}};
    for (const auto& [mark, seconds] : expected) {
        EXPECT_EQ(pause_after(mark, pauses), seconds) << static_cast<unsigned>(mark);
    }
}

/// Lengths in ms of the stretches of more than 150 ms in which a mastered sentence is below -50 dBFS.
std::vector<double> heard_pauses(const SpokenForm& sentence, const PauseSettings& pauses) {
    const std::string answer = forked([&] {
        Voice voice = load_voice(std::filesystem::path(RECITAL_SOURCE_DIR) / "voices", "narrator");
        Engine engine;
        engine.use(voice);
        MasteringSettings settings;
        settings.pauses = pauses;
        MasteringChain chain(settings);
        ResamplingStage resampling_stage(voice.sound, Engine::sample_rate, settings.rate, 0);
        chain.add(resampling_stage.prepare(engine.speak(sentence)), 0);
        const MasteredPassage passage = chain.finish(0, 1);
        std::ostringstream out;
        std::size_t last = passage.sentences[0].first;
        for (std::size_t n = last; n < passage.sentences[0].last; ++n) {
            if (std::abs(passage.samples[n]) > from_decibel(-50)) {
                if (n - last > std::size_t{24} * 150) {
                    out << static_cast<double>(n - last) / 24 << ' ';
                }
                last = n;
            }
        }
        return out.str();
    });
    std::istringstream in(answer);
    return {std::istream_iterator<double>(in), {}};
}

TEST(MasteringChain, ReplacesTheEnginesPausesByTheProfiles) {
    PauseSettings pauses;
    pauses.comma = 0.21;
    pauses.semicolon = 0.62;
    const auto heard = heard_pauses({"When she came, they sang; then, at last, it began: a waltz."}, pauses);
    const std::vector<double> designed = {210, 620, 210, 210, 620};
    ASSERT_EQ(heard.size(), designed.size());
    for (std::size_t n = 0; n < heard.size(); ++n) {
        EXPECT_NEAR(heard[n], designed[n], 10) << "pause " << n;
    }
}

TEST(MasteringChain, PausesAtACommaForADashAsAtADash) {
    PauseSettings pauses;
    pauses.comma = 0.21;
    pauses.dash = 0.52;
    // "Her teacher – a pupil of Liszt – came, and stayed."
    const SpokenForm sentence{
        "Her teacher, a pupil of Liszt, came, and stayed.", {}, false, {}, {}, {11, 29}};
    const auto heard = heard_pauses(sentence, pauses);
    const std::vector<double> designed = {520, 520, 210};
    ASSERT_EQ(heard.size(), designed.size());
    for (std::size_t n = 0; n < heard.size(); ++n) {
        EXPECT_NEAR(heard[n], designed[n], 10) << "pause " << n;
    }
}

} // namespace
} // namespace recital
