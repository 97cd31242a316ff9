// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/take_pool.h"

#include "base/hash.h"
#include "studio/take_renderer.h"

#include <poll.h>

#include <utility>

namespace recital {

TakePool::TakePool(std::size_t workers, unsigned cpu_seconds, const TakeStore& store)
    : workers_(workers), cpu_seconds_(cpu_seconds), store_(store) {}

void TakePool::start(const std::string& key, const TakeRequest& request, const TakeContext& context,
                     double gain) {
    const auto work = [&](const StepReporter& report_sentence) -> std::string {
        store_.put(key, render_take(request, context, gain, hash_64(key), report_sentence));
        return {};
    };
    running_.push_back({key, ChildProcess(work, cpu_seconds_)});
}

std::vector<FinishedTake> TakePool::wait() {
    std::vector<pollfd> polled;
    for (const Running& running : running_) {
        polled.push_back({running.process.descriptor(), POLLIN, 0});
    }
    std::vector<FinishedTake> finished;
    if (polled.empty() || ::poll(polled.data(), polled.size(), -1) < 0) {
        return finished;
    }
    std::vector<Running> still_running;
    for (std::size_t n = 0; n < polled.size(); ++n) {
        Running& running = running_[n];
        if (polled[n].revents == 0 || !running.process.receive()) {
            still_running.push_back(std::move(running));
            continue;
        }
        FinishedTake take{std::move(running.key), std::nullopt, running.process.last_step()};
        try {
            (void)running.process.answer();
        } catch (const Error& error) {
            take.error = error;
        }
        finished.push_back(std::move(take));
    }
    running_ = std::move(still_running);
    return finished;
}

} // namespace recital
