// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/engine/engine.h"
#include "speech/engine/muted_errors.h"
#include "support/forked.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mman.h>

#include <chrono>
#include <cstdio>
#include <sstream>
#include <thread>

namespace recital {
namespace {

using testing_support::forked;
using testing_support::spoken_samples;

const std::string sentence = "In that moment, Valentin Baktybekova played the étude again.";

Voice american() {
    Voice voice;
    voice.name = "american";
    voice.engine.voice = "gmw/en-US";
    return voice;
}

/// What an engine says to a voice: "accepted", or its error.
std::string trial(const Voice& voice) {
    return forked([&]() -> std::string {
        Engine engine;
        engine.use(voice);
        return engine.speak({"A note."}).samples.empty() ? "silent" : "accepted";
    });
}

TEST(Engine, SpeaksTheSameFromEveryFreshProcess) {
    const auto samples = spoken_samples(american(), sentence);
    EXPECT_GT(samples.size(), std::size_t{2} * Engine::sample_rate);
    EXPECT_EQ(spoken_samples(american(), sentence), samples);
}

// eSpeak NG 1.52 seeds the noise in a breathy voice from the clock, in whole seconds.
TEST(Engine, SpeaksTheSameAtEveryTime) {
    const std::string folder = std::string(RECITAL_SOURCE_DIR) + "/voices";
    for (const Voice& voice : load_voices(folder)) {
        const auto samples = spoken_samples(voice, sentence);
        std::this_thread::sleep_for(std::chrono::milliseconds(1100));
        EXPECT_EQ(spoken_samples(voice, sentence), samples) << voice.name;
    }
}

/// What a process writes to its standard error while `work` is done.
std::string heard_on_standard_error(const std::function<void()>& work) {
    return forked([&] {
        const int kept = ::memfd_create("errors", 0);
        ::dup2(kept, STDERR_FILENO);
        work();
        std::fflush(stderr);
        std::array<char, 4096> block{};
        const ssize_t count = ::pread(kept, block.data(), block.size(), 0);
        return std::string(block.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    });
}

// Without a home, every take told that there is none, and some Chinese ones thousands of times that the
// engine has "No envelope"; that hid the warnings.
TEST(Engine, SaysNothingOfItsOwn) {
    EXPECT_EQ(heard_on_standard_error([] {
                  ::setenv("HOME", "/dev/null/absent",
                           1); // NOLINT(concurrency-mt-unsafe): there is one thread
                  Voice voice = american();
                  voice.engine.voice = "sit/cmn";
                  Engine engine;
                  engine.use(voice);
                  EXPECT_FALSE(engine.speak({"他是一位伟大的音乐家。"}).samples.empty());
                  std::fputs("a warning", stderr);
              }),
              "a warning");
}

TEST(MutedErrors, LeaveTheDescriptorOpen) {
    EXPECT_EQ(heard_on_standard_error([] {
                  const MutedErrors muted;
                  std::fputs("chatter", stderr);
                  const std::string report = "a sanitizer's report";
                  EXPECT_EQ(::write(STDERR_FILENO, report.data(), report.size()),
                            static_cast<ssize_t>(report.size()));
              }),
              "a sanitizer's report");
}

TEST(Engine, DoesNotLoseSpeechInSilence) {
    Voice chinese;
    chinese.name = "chinese";
    chinese.engine.voice = "sit/cmn";
    const auto said = [&](int characters) {
        return forked([&]() -> std::string {
            std::string text;
            for (int n = 0; n < characters; ++n) {
                text += "琴";
            }
            Engine engine;
            engine.use(chinese);
            return engine.speak({text + "."}).samples.empty() ? "silent" : "all";
        });
    };
    EXPECT_EQ(said(80), "all");
    EXPECT_THAT(said(400), testing::HasSubstr("did not speak all of a sentence"));
}

TEST(Engine, IsNotSilent) {
    const auto samples = spoken_samples(american(), sentence);
    EXPECT_GT(*std::max_element(samples.begin(), samples.end()), 3000);
}

TEST(Engine, TellsWhenEachWordIsHeard) {
    const std::string words = forked([] {
        Engine engine;
        engine.use(american());
        const Utterance utterance = engine.speak({std::string(sentence)});
        std::ostringstream out;
        for (const SpokenWord& word : utterance.words) {
            out << word.first_sample << ' ' << word.text_position << ' ' << word.text_length << '\n';
        }
        out << utterance.samples.size() << " 0 0\n";
        return out.str();
    });
    std::istringstream lines(words);
    std::vector<SpokenWord> heard;
    for (SpokenWord word; lines >> word.first_sample >> word.text_position >> word.text_length;) {
        heard.push_back(word);
    }
    ASSERT_EQ(heard.size(), 10U) << words; // nine words and the end
    EXPECT_EQ(heard[0].text_position, 0U);
    EXPECT_EQ(heard[0].text_length, 2U);
    EXPECT_EQ(heard[3].text_position, 16U); // "Valentin"
    EXPECT_EQ(heard[3].text_length, 8U);
    EXPECT_EQ(heard[7].text_position, 48U); // "étude": counted in characters, not in bytes
    EXPECT_EQ(heard[8].text_position, 54U);
    for (std::size_t n = 1; n < heard.size(); ++n) {
        EXPECT_GT(heard[n].first_sample, heard[n - 1].first_sample);
    }
}

TEST(Engine, ObeysTheProfile) {
    Voice slow = american();
    slow.engine.words_per_minute = 100;
    Voice fast = american();
    fast.engine.words_per_minute = 300;
    const double ratio = static_cast<double>(spoken_samples(slow, sentence).size()) /
                         static_cast<double>(spoken_samples(fast, sentence).size());
    EXPECT_NEAR(ratio, 3.0, 0.5);
    Voice high = american();
    high.engine.pitch = 90;
    EXPECT_NE(spoken_samples(high, sentence), spoken_samples(american(), sentence));
    Voice variant = american();
    variant.engine.variant = "f2";
    EXPECT_NE(spoken_samples(variant, sentence), spoken_samples(american(), sentence));
}

TEST(Engine, LaysAVariantOfOursOverAVoice) {
    Voice voice = american();
    voice.engine.variant_file = "variants/mine";
    voice.engine.variant_content = "pitch 200 300\nformant 1 120 100 150\n";
    EXPECT_NE(spoken_samples(voice, sentence), spoken_samples(american(), sentence));
    EXPECT_EQ(spoken_samples(voice, sentence), spoken_samples(voice, sentence));
    Voice nowhere = voice;
    nowhere.engine.voice = "gmw/nosuch";
    EXPECT_THAT(trial(nowhere),
                testing::AllOf(testing::StartsWith("error: "), testing::HasSubstr("gmw/nosuch")));
}

TEST(Engine, SpeaksInRoles) {
    const auto spoken = [](const RoleSettings& role) {
        return forked([&] {
            Engine engine;
            engine.use(american());
            engine.prepare(american(), role, sentence);
            const Utterance utterance = engine.speak({std::string(sentence)});
            return std::string(reinterpret_cast<const char*>(utterance.samples.data()),
                               utterance.samples.size() * sizeof(std::int16_t));
        });
    };
    const std::string plain = spoken({1, 0});
    EXPECT_GT(static_cast<double>(spoken({0.8, 0}).size()), 1.1 * static_cast<double>(plain.size()));
    EXPECT_NE(spoken({1, 20}), plain);
    EXPECT_NE(spoken({2, 50}), spoken({2, -50})) << "at the ends of the ranges";
}

TEST(Engine, TellsWhereEachClauseEnds) {
    const std::string ends = forked([] {
        Engine engine;
        engine.use(american());
        std::ostringstream out;
        for (const ClauseEnd& end : engine.speak({"When she came, they sang; it was late."}).clauses) {
            out << static_cast<char>(end.mark) << (end.sample > 0 ? " " : "0");
        }
        return out.str();
    });
    EXPECT_TRUE(ends.starts_with(", ; ")) << ends;
}

TEST(Engine, RefusesVoicesThatItDoesNotHave) {
    EXPECT_EQ(trial(american()), "accepted");
    Voice voice = american();
    voice.engine.variant = "nosuch";
    EXPECT_THAT(trial(voice),
                testing::AllOf(testing::StartsWith("error: "), testing::HasSubstr("gmw/en-US+nosuch"),
                               testing::HasSubstr("espeak-ng --voices")));
    voice = american();
    voice.engine.voice = "gmw/nosuch";
    EXPECT_THAT(trial(voice), testing::StartsWith("error: "));
    voice.engine.voice = "";
    EXPECT_THAT(trial(voice), testing::StartsWith("error: "));
}

TEST(Engine, SpeaksNothingWhereThereIsNothing) {
    EXPECT_LT(spoken_samples(american(), "").size(), std::size_t{Engine::sample_rate});
    EXPECT_LT(spoken_samples(american(), " ").size(), std::size_t{Engine::sample_rate});
}

TEST(Engine, AcceptsEveryShippedVoice) {
    for (const Voice& voice : load_voices(std::filesystem::path(RECITAL_SOURCE_DIR) / "voices")) {
        EXPECT_EQ(trial(voice), "accepted") << voice.name;
    }
}

TEST(EngineInfo, IsKnownWithoutStartingTheEngine) {
    const std::string info = forked([] { return engine_info().data_folder + '\n' + engine_info().version; });
    const std::string folder = info.substr(0, info.find('\n'));
    EXPECT_TRUE(std::filesystem::exists(std::filesystem::path(folder) / "phontab")) << folder;
    EXPECT_GT(info.size(), folder.size() + 1);
}

} // namespace
} // namespace recital
