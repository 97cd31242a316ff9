// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/takes/take_worker.h"

#include "base/byte_stream.h"
#include "base/hash.h"
#include "container/codec/libav_encoder.h"
#include "studio/process/engine_worker.h"
#include "studio/takes/renderer.h"
#include "studio/takes/speaker.h"
#include "studio/takes/take_task.h"

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace recital {

namespace {

/// What one worker process keeps between its tasks.
class TakeRendering {
public:
    TakeRendering(std::span<const TakeContext> contexts, bool keeps_speech)
        : contexts_(contexts), keeps_speech_(keeps_speech), speaker_(contexts.front().voice) {}

    void prepare(const WorkerNeeds& needs, const StepReporter& report_sentence) {
        speaker_.start(needs, report_sentence);
    }

    void finish() { speaker_.stop(); }

    std::string answer(std::string_view request) {
        const TakeTask task = parse_task(request, contexts_);
        std::string new_speech;
        const SpeechTake speech = speech_of(task, new_speech);
        const std::vector<RenderedTake> takes = encode_takes(task.request, speech, task.orders);
        ByteWriter answer;
        for (std::size_t n = 0; n < takes.size(); ++n) {
            answer.text(serialise_take(takes[n].take, takes[n].summary, task.orders[n].key));
        }
        answer.text(new_speech);
        return answer.take();
    }

private:
    /// `new_speech`: receives what is to be kept.
    SpeechTake speech_of(const TakeTask& task, std::string& new_speech) {
        if (task.request.sentences.empty()) {
            return {}; // a pause needs no engine
        }
        const std::string key = speech_key(task.request, *task.orders.front().context);
        if (!task.kept_speech.empty()) {
            try {
                return parse_speech(task.kept_speech, digest_of(key));
            } catch (const Error&) { // it is damaged: it is said again
            }
        }
        SpeechTake speech = speaker_.speak(task.request);
        if (keeps_speech_) {
            new_speech = serialise_speech(speech, key);
        }
        return speech;
    }

    std::span<const TakeContext> contexts_;
    bool keeps_speech_;
    Speaker speaker_;
};

} // namespace

WorkerKind take_worker(std::span<const TakeContext> contexts, bool keeps_speech) {
    load_encoders(); // before the first worker is forked, so that all have them
    const auto rendering = std::make_shared<TakeRendering>(contexts, keeps_speech);
    WorkerKind kind = engine_worker(
        [rendering](std::string_view request, const StepReporter&) { return rendering->answer(request); });
    kind.prepare = [rendering, needs = kind.needs](const StepReporter& report_sentence) {
        rendering->prepare(needs, report_sentence);
    };
    kind.finish = [rendering] { rendering->finish(); };
    return kind;
}

TakeAnswer parse_take_answer(std::string_view bytes, std::size_t orders) {
    ByteReader in(bytes);
    TakeAnswer answer;
    for (std::size_t n = 0; n < orders; ++n) {
        answer.takes.push_back(in.text());
    }
    answer.speech = in.text();
    in.expect_end();
    return answer;
}

} // namespace recital
