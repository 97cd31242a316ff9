// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/takes/pool.h"

#include "studio/takes/renderer.h"

#include <poll.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace recital {

namespace {

/// What a worker says of the takes that it was to make. Throws an `engine` error for anything else.
std::vector<TakeSummary> parse_answer(std::string_view answer, std::size_t takes) {
    if (answer.size() != takes * take_summary_bytes) {
        throw Error(ErrorKind::engine, "the speech engine sent what is not an answer");
    }
    std::vector<TakeSummary> summaries;
    for (std::size_t n = 0; n < takes; ++n) {
        summaries.push_back(parse_summary(answer.substr(0, take_summary_bytes)));
        answer.remove_prefix(take_summary_bytes);
    }
    return summaries;
}

std::vector<TakeId> ids_of(std::span<const TakeOrder> orders) {
    std::vector<TakeId> ids;
    std::transform(orders.begin(), orders.end(), std::back_inserter(ids),
                   [](const TakeOrder& order) { return order.id; });
    return ids;
}

} // namespace

TakePool::TakePool(std::size_t workers, const WorkerLimits& limits, const TakeStore& store, bool keeps_speech)
    : workers_(workers), limits_(limits), store_(store), keeps_speech_(keeps_speech) {}

void TakePool::start(TakeRequest request, std::vector<TakeOrder> orders) {
    waiting_.push_back({std::move(request), std::move(orders), false});
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
        std::string answer;
        const std::vector<RenderedTake> takes =
            encode_takes(work.request, speech_of(work, report_sentence), work.orders);
        for (std::size_t n = 0; n < takes.size(); ++n) {
            store_.put(work.orders[n].key, takes[n].take, takes[n].summary);
            answer += serialise_summary(takes[n].summary);
        }
        return answer;
    };
    WorkerProcess process(engine_worker(render), limits_);
    process.ask({});
    return process;
}

FinishedTakes TakePool::result_of(Running& running) {
    FinishedTakes takes{ids_of(running.work.orders), {}, std::nullopt, running.process.last_step()};
    try {
        takes.summaries = parse_answer(running.process.answer(), takes.ids.size());
    } catch (const Error& error) {
        takes.error = error;
    }
    return takes;
}

/// In the child.
SpeechTake TakePool::speech_of(const Work& work, const StepReporter& report_sentence) const {
    const TakeContext& context = *work.orders.front().context;
    const std::string key = speech_key(work.request, context);
    if (std::optional<SpeechTake> kept = store_.find_speech(digest_of(key))) {
        return std::move(*kept);
    }
    SpeechTake speech = render_speech(work.request, context.voice, report_sentence);
    if (keeps_speech_ && !speech.utterances.empty()) {
        store_.put_speech(key, speech);
    }
    return speech;
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
