// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/takes/take_worker.h"

#include "base/byte_stream.h"
#include "studio/process/engine_worker.h"
#include "studio/takes/renderer.h"
#include "studio/takes/speaker.h"
#include "studio/takes/take_task.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace recital {

namespace {

/// What one worker process keeps between its tasks.
class TakeRendering {
public:
    TakeRendering(std::span<const TakeContext> contexts, const TakeStore& store, bool keeps_speech)
        : contexts_(contexts), store_(store), keeps_speech_(keeps_speech), speaker_(contexts.front().voice) {}

    void prepare(const WorkerNeeds& needs, const StepReporter& report_sentence) {
        speaker_.start(needs, report_sentence);
    }

    void finish() { speaker_.stop(); }

    std::string answer(WorkerRequest& request) {
        const TakeTask task = parse_task(request, contexts_);
        if (request.files.size() != task.orders.size() + (keeps_speech_ ? 1 : 0)) {
            throw MalformedBytes();
        }
        const SpeechTake speech = speech_of(task, request);
        const std::vector<RenderedTake> takes = encode_takes(task.request, speech, task.orders);
        std::string summaries;
        for (std::size_t n = 0; n < takes.size(); ++n) {
            store_.write_take(std::move(request.files[n]), task.orders[n].key, takes[n].take,
                              takes[n].summary);
            summaries += serialise_summary(takes[n].summary);
        }
        return summaries;
    }

private:
    SpeechTake speech_of(const TakeTask& task, WorkerRequest& request) {
        if (task.request.sentences.empty()) {
            return {}; // a pause needs no engine
        }
        const std::string key = speech_key(task.request, *task.orders.front().context);
        if (std::optional<SpeechTake> kept = store_.find_speech(digest_of(key))) {
            return std::move(*kept);
        }
        SpeechTake speech = speaker_.speak(task.request);
        if (keeps_speech_) {
            store_.write_speech(std::move(request.files.back()), key, speech);
        }
        return speech;
    }

    std::span<const TakeContext> contexts_;
    const TakeStore& store_;
    bool keeps_speech_;
    Speaker speaker_;
};

} // namespace

WorkerKind take_worker(std::span<const TakeContext> contexts, const TakeStore& store, bool keeps_speech) {
    const auto rendering = std::make_shared<TakeRendering>(contexts, store, keeps_speech);
    WorkerKind kind = engine_worker(
        [rendering](WorkerRequest& request, const StepReporter&) { return rendering->answer(request); },
        store.folder());
    kind.prepare = [rendering, needs = kind.needs](const StepReporter& report_sentence) {
        rendering->prepare(needs, report_sentence);
    };
    kind.finish = [rendering] { rendering->finish(); };
    return kind;
}

} // namespace recital
