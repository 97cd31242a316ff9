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

/// What a child says of the takes that it was to make.
std::vector<TakeSummary> parse_answer(std::string_view answer, std::size_t takes) {
    std::vector<TakeSummary> summaries;
    for (std::size_t n = 0; n < takes; ++n) {
        summaries.push_back(parse_summary(answer.substr(0, take_summary_bytes)));
        answer.remove_prefix(take_summary_bytes);
    }
    return summaries;
}

} // namespace

TakePool::TakePool(std::size_t workers, unsigned cpu_seconds, const TakeStore& store, bool keeps_speech)
    : workers_(workers), cpu_seconds_(cpu_seconds), store_(store), keeps_speech_(keeps_speech) {}

void TakePool::start(TakeRequest request, std::vector<TakeOrder> orders) {
    waiting_.push_back({std::move(request), std::move(orders)});
    start_waiting();
}

void TakePool::start_waiting() {
    while (!waiting_.empty() && running_.size() < workers_) {
        const Work& work = waiting_.front();
        std::vector<TakeId> ids;
        std::transform(work.orders.begin(), work.orders.end(), std::back_inserter(ids),
                       [](const TakeOrder& order) { return order.id; });
        try {
            running_.push_back({ids, start_process(work)});
        } catch (const Error& error) {
            if (!running_.empty()) {
                workers_ = std::max<std::size_t>(1, running_.size() / 2); // covers need processes, too
                return;
            }
            failed_.push_back({std::move(ids), {}, error, std::nullopt});
        }
        waiting_.pop_front();
    }
}

ChildProcess TakePool::start_process(const Work& work) const {
    const auto render = [&](const StepReporter& report_sentence) -> std::string {
        std::string answer;
        const std::vector<RenderedTake> takes =
            encode_takes(work.request, speech_of(work, report_sentence), work.orders);
        for (std::size_t n = 0; n < takes.size(); ++n) {
            store_.put(work.orders[n].key, takes[n].take, takes[n].summary);
            answer += serialise_summary(takes[n].summary);
        }
        return answer;
    };
    return {render, cpu_seconds_};
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
        polled.push_back({running.process.descriptor(), POLLIN, 0});
    }
    std::vector<FinishedTakes> finished = std::exchange(failed_, {});
    if (polled.empty() || !finished.empty() || ::poll(polled.data(), polled.size(), -1) < 0) {
        return finished;
    }
    std::vector<Running> still_running;
    for (std::size_t n = 0; n < polled.size(); ++n) {
        Running& running = running_[n];
        if (polled[n].revents == 0 || !running.process.receive()) {
            still_running.push_back(std::move(running));
            continue;
        }
        FinishedTakes takes{std::move(running.ids), {}, std::nullopt, running.process.last_step()};
        try {
            takes.summaries = parse_answer(running.process.answer(), takes.ids.size());
        } catch (const Error& error) {
            takes.error = error;
        }
        finished.push_back(std::move(takes));
    }
    running_ = std::move(still_running);
    start_waiting();
    return finished;
}

} // namespace recital
