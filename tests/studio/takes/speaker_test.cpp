// SPDX-License-Identifier: GPL-3.0-or-later
// The engine keeps state between utterances. Every passage of the samples, in every voice, has to be the same
// from a copy of a started engine as from an engine of its own, whatever other copies have said before.
#include "base/hash.h"
#include "document/read.h"
#include "studio/process/engine_worker.h"
#include "studio/process/worker.h"
#include "studio/takes/renderer.h"
#include "studio/takes/speaker.h"
#include "studio/takes/take_task.h"
#include "text/language/language.h"
#include "text/script/readability.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

namespace recital {
namespace {

const std::filesystem::path root = RECITAL_SOURCE_DIR;
constexpr WorkerLimits plenty{60, 300};

/// Everything that is handed on of what was said.
std::string digest(const SpeechTake& speech) {
    return digest_of(serialise_speech(speech, "")).hex();
}

/// The passages of the sample biographies, as the voice reads them.
std::vector<TakeRequest> requests_for(const Voice& voice) {
    const Language language(root / "data" / "languages", voice.language);
    std::vector<TakeRequest> requests;
    for (const auto& entry : std::filesystem::directory_iterator(root / "data" / "biographies")) {
        const Script script =
            make_script(read_document(entry.path()), language, passage_limit(voice.engine.words_per_minute));
        for (const Chapter& chapter : script.chapters) {
            for (const Passage& passage : chapter.passages) {
                requests.push_back(request_take(passage, voice.pauses));
            }
        }
    }
    return requests;
}

/// A worker that answers a request with the digest of what a speaker says.
WorkerKind speaking(const Voice& voice) {
    const auto speaker = std::make_shared<Speaker>(voice);
    WorkerKind kind = engine_worker([speaker](std::string_view request, const StepReporter&) {
        return digest(speaker->speak(parse_request(request)));
    });
    kind.prepare = [speaker, needs = kind.needs](const StepReporter& report) {
        speaker->start(needs, report);
    };
    return kind;
}

std::string said_alone(const TakeRequest& request, const Voice& voice) {
    return ask_once(engine_worker([&](std::string_view, const StepReporter& report) {
                        return digest(render_speech(request, voice, report));
                    }),
                    plenty);
}

class SpeakerInEveryVoice : public testing::TestWithParam<Voice> {};

INSTANTIATE_TEST_SUITE_P(Voices, SpeakerInEveryVoice, testing::ValuesIn(load_voices(root / "voices")),
                         [](const auto& voice) { return voice.param.name; });

TEST_P(SpeakerInEveryVoice, SaysTheSameAsAnEngineOfItsOwnInAnyOrder) {
    const Voice& voice = GetParam();
    std::vector<TakeRequest> requests = requests_for(voice);
    ASSERT_GE(requests.size(), 20U);
    std::vector<std::string> alone;
    for (const TakeRequest& request : requests) {
        alone.push_back(said_alone(request, voice));
    }
    Worker speaker(speaking(voice), plenty);
    for (std::size_t n = 0; n < requests.size(); ++n) {
        EXPECT_EQ(speaker.ask(serialise_request(requests[n])), alone[n]) << requests[n].sentences[0].text;
    }
    for (std::size_t n = requests.size(); n-- > 0;) {
        EXPECT_EQ(speaker.ask(serialise_request(requests[n])), alone[n]) << requests[n].sentences[0].text;
        EXPECT_EQ(speaker.ask(serialise_request(requests[n])), alone[n]) << "said twice";
    }
}

Voice narrator() {
    return load_voice(root / "voices", "narrator");
}

TEST(Speaker, TellsWhatTheEngineRefuses) {
    Voice voice = narrator();
    voice.engine.voice = "gmw/no-such-voice";
    Worker speaker(speaking(voice), plenty);
    const TakeRequest request{Role::body, {{"Hello."}}, 1};
    for (int n = 0; n < 2; ++n) {
        try {
            (void)speaker.ask(serialise_request(request));
            FAIL() << "it has no voice";
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::voice);
        }
    }
}

TEST(Speaker, ReportsTheSentencesToItsWorkersParent) {
    const Voice voice = narrator();
    WorkerProcess worker(speaking(voice), plenty);
    worker.ask(serialise_request({Role::body, {{"One."}, {"Two."}, {"Three."}}, 1}));
    worker.finish();
    EXPECT_FALSE(worker.answer().empty());
    EXPECT_EQ(worker.last_step(), 2U);
}

} // namespace

void PrintTo(const Voice& voice, std::ostream* out) {
    *out << voice.name;
}

} // namespace recital
