// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/takes/pool.h"

#include "base/byte_stream.h"
#include "studio/takes/renderer.h"

#include <poll.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace recital {

namespace {

/// What a worker made: the takes as files, in the order of the orders, and the speech if it is to be kept.
struct Answer {
    std::vector<std::string_view> takes; ///< views into the bytes that were parsed
    std::string_view speech;             ///< empty for none
};

/// Throws MalformedBytes.
Answer parse_answer(std::string_view bytes, std::size_t takes) {
    ByteReader in(bytes);
    Answer answer;
    for (std::size_t n = 0; n < takes; ++n) {
        answer.takes.push_back(in.text());
    }
    answer.speech = in.text();
    in.expect_end();
    return answer;
}

std::vector<TakeId> ids_of(std::span<const TakeOrder> orders) {
    std::vector<TakeId> ids;
    std::transform(orders.begin(), orders.end(), std::back_inserter(ids),
                   [](const TakeOrder& order) { return order.id; });
    return ids;
}

} // namespace

TakePool::TakePool(std::size_t workers, const WorkerLimits& limits, TakeStore& store, bool keeps_speech)
    : workers_(workers), limits_(limits), store_(store), keeps_speech_(keeps_speech) {}

void TakePool::start(TakeRequest request, std::vector<TakeOrder> orders) {
    std::optional<std::string> kept_speech;
    if (store_.has_speech()) {
        kept_speech = store_.find_speech(digest_of(speech_key(request, *orders.front().context)));
    }
    waiting_.push_back({std::move(request), std::move(orders), std::move(kept_speech), false});
    start_waiting();
}

void TakePool::start_waiting() {
    while (!waiting_.empty() && running_.size() < workers_) {
        Work& work = waiting_.front();
        try {
            WorkerProcess process = start_process(work);
            running_.push_back({std::move(work), std::move(process)});
        } catch (const Error& error) {
            if (!running_.empty()) {
                workers_ = std::max<std::size_t>(1, running_.size() / 2); // covers need processes, too
                return;
            }
            failed_.push_back({ids_of(work.orders), {}, error, std::nullopt});
        }
        waiting_.pop_front();
    }
}

WorkerProcess TakePool::start_process(const Work& work) const {
    const auto render = [&](std::string_view /*request*/, const StepReporter& report_sentence) {
        ByteWriter answer;
        const bool is_kept = work.kept_speech.has_value();
        const SpeechTake speech = speech_of(work, report_sentence);
        const std::vector<RenderedTake> takes = encode_takes(work.request, speech, work.orders);
        for (std::size_t n = 0; n < takes.size(); ++n) {
            answer.text(serialise_take(takes[n].take, takes[n].summary, work.orders[n].key));
        }
        const bool keeps = keeps_speech_ && !is_kept && !speech.utterances.empty();
        answer.text(keeps ? serialise_speech(speech, speech_key(work.request, *work.orders.front().context))
                          : std::string());
        return answer.take();
    };
    WorkerProcess process(engine_worker(render), limits_);
    process.ask({});
    return process;
}

/// Stores what the worker has made.
FinishedTakes TakePool::result_of(Running& running) {
    const Work& work = running.work;
    FinishedTakes takes{ids_of(work.orders), {}, std::nullopt, running.process.last_step()};
    try {
        const std::string bytes = running.process.answer();
        const Answer answer = parse_answer(bytes, work.orders.size());
        for (std::size_t n = 0; n < work.orders.size(); ++n) {
            takes.summaries.push_back(
                parse_take_head(answer.takes[n].substr(0, take_head_bytes), takes.ids[n]));
            store_.put(takes.ids[n], answer.takes[n]);
        }
        if (!answer.speech.empty()) {
            store_.put_speech(digest_of(speech_key(work.request, *work.orders.front().context)),
                              answer.speech);
        }
    } catch (const MalformedBytes&) {
        takes.error = Error(ErrorKind::engine, "the speech engine sent what is not an answer");
    } catch (const Error& error) {
        takes.error = error;
    }
    return takes;
}

/// In the child: what is kept, else what the engine says.
SpeechTake TakePool::speech_of(const Work& work, const StepReporter& report_sentence) {
    const TakeContext& context = *work.orders.front().context;
    if (work.kept_speech) {
        try {
            return parse_speech(*work.kept_speech, digest_of(speech_key(work.request, context)));
        } catch (const Error&) { // it is damaged: it is said again
        }
    }
    return render_speech(work.request, context.voice, report_sentence);
}

std::vector<FinishedTakes> TakePool::wait() {
    std::vector<pollfd> polled;
    for (const Running& running : running_) {
        polled.push_back({running.process.descriptor(), running.process.poll_events(), 0});
    }
    std::vector<FinishedTakes> finished = std::exchange(failed_, {});
    if (polled.empty() || !finished.empty() ||
        ::poll(polled.data(), polled.size(), WorkerProcess::watch_milliseconds) < 0) {
        return finished;
    }
    std::vector<Running> still_running;
    for (std::size_t n = 0; n < polled.size(); ++n) {
        Running& running = running_[n];
        running.process.watch();
        if (!running.process.advance()) {
            still_running.push_back(std::move(running));
        } else if (running.process.has_died() && !running.work.is_second_try) {
            running.work.is_second_try = true;
            waiting_.push_front(std::move(running.work));
        } else {
            finished.push_back(result_of(running));
        }
    }
    running_ = std::move(still_running);
    start_waiting();
    return finished;
}

} // namespace recital
