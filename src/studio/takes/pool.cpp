// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/takes/pool.h"

#include "base/byte_stream.h"
#include "base/hash.h"
#include "studio/takes/take_worker.h"

#include <poll.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace recital {

namespace {

std::vector<TakeId> ids_of(std::span<const TakeOrder> orders) {
    std::vector<TakeId> ids;
    std::transform(orders.begin(), orders.end(), std::back_inserter(ids),
                   [](const TakeOrder& order) { return order.id; });
    return ids;
}

} // namespace

TakePool::TakePool(std::size_t workers, const WorkerLimits& limits, TakeStore& store, bool keeps_speech)
    : workers_(workers), limits_(limits), store_(store), keeps_speech_(keeps_speech) {}

void TakePool::start(TakeTask task, std::span<const TakeContext> contexts) {
    add_kept_speech(task);
    waiting_.push_back({std::move(task), contexts, false});
    start_waiting();
}

void TakePool::start_waiting() {
    while (!waiting_.empty() && running_.size() < workers_) {
        Work& work = waiting_.front();
        try {
            TakeProcess process = process_for(work);
            process.process.ask(serialise_task(work.task, work.contexts));
            running_.push_back({std::move(work), std::move(process)});
        } catch (const Error& error) {
            if (!running_.empty() && error.kind() == ErrorKind::engine) {
                workers_ = std::max<std::size_t>(1, running_.size() / 2); // covers and books need room, too
                idle_.clear();
                return;
            }
            failed_.push_back({ids_of(work.task.orders), {}, error, std::nullopt});
        }
        waiting_.pop_front();
    }
}

void TakePool::add_kept_speech(TakeTask& task) {
    if (store_.has_speech() && !task.request.sentences.empty()) {
        const std::string key = speech_key(task.request, *task.orders.front().context);
        task.kept_speech = store_.find_speech(digest_of(key)).value_or("");
    }
}

/// One that has nothing to do, or a new one; in the place of one for another narrator if there are enough.
TakePool::TakeProcess TakePool::process_for(const Work& work) {
    const TakeContext* const contexts = work.contexts.data();
    const auto fitting = std::find_if(idle_.begin(), idle_.end(), [contexts](const TakeProcess& process) {
        return process.contexts == contexts;
    });
    if (fitting != idle_.end()) {
        TakeProcess process = std::move(*fitting);
        idle_.erase(fitting);
        return process;
    }
    if (!idle_.empty() && running_.size() + idle_.size() >= workers_) {
        idle_.erase(idle_.begin());
    }
    return {contexts, WorkerProcess(take_worker(work.contexts, keeps_speech_), limits_)};
}

/// What the process has made is stored here, so that no worker needs the right to write.
FinishedTakes TakePool::result_of(Running& running) {
    const TakeTask& task = running.work.task;
    WorkerProcess& process = running.process.process;
    FinishedTakes takes{ids_of(task.orders), {}, std::nullopt, process.last_step()};
    try {
        const std::string bytes = process.answer();
        const TakeAnswer answer = parse_take_answer(bytes, task.orders.size());
        for (std::size_t n = 0; n < task.orders.size(); ++n) {
            const TakeId& id = takes.ids[n];
            takes.summaries.push_back(parse_take_head(answer.takes[n].substr(0, take_head_bytes), id));
            store_.put(id, answer.takes[n]);
        }
        if (!answer.speech.empty()) {
            store_.put_speech(digest_of(speech_key(task.request, *task.orders.front().context)),
                              answer.speech);
        }
    } catch (const MalformedBytes&) {
        takes.error = Error(ErrorKind::engine, "the speech engine sent what is not an answer");
    } catch (const Error& error) {
        takes.error = error;
    }
    return takes;
}

std::vector<FinishedTakes> TakePool::wait() {
    std::vector<pollfd> polled;
    for (const Running& running : running_) {
        const WorkerProcess& process = running.process.process;
        polled.push_back({process.descriptor(), process.poll_events(), 0});
    }
    std::vector<FinishedTakes> finished = std::exchange(failed_, {});
    if (polled.empty() || !finished.empty() ||
        ::poll(polled.data(), polled.size(), WorkerProcess::watch_milliseconds) < 0) {
        return finished;
    }
    std::vector<Running> still_running;
    for (std::size_t n = 0; n < polled.size(); ++n) {
        Running& running = running_[n];
        WorkerProcess& process = running.process.process;
        process.watch();
        if (!process.advance()) {
            still_running.push_back(std::move(running));
            continue;
        }
        if (process.has_died() && !running.work.is_second_try) {
            running.work.is_second_try = true;
            waiting_.push_front(std::move(running.work));
            continue;
        }
        finished.push_back(result_of(running));
        if (!process.has_died() && idle_.size() < workers_) { // fewer than before, if there was no room
            idle_.push_back(std::move(running.process));
        }
    }
    running_ = std::move(still_running);
    start_waiting();
    return finished;
}

} // namespace recital
