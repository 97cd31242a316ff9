// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/take_pool.h"

#include "studio/take_renderer.h"

#include <poll.h>

#include <algorithm>
#include <utility>

namespace recital {

TakePool::TakePool(std::size_t workers, unsigned cpu_seconds, const TakeStore& store)
    : workers_(workers), cpu_seconds_(cpu_seconds), store_(store) {}

void TakePool::start(const TakeRequest& request, const std::vector<TakeOrder>& orders) {
    const auto work = [&](const StepReporter& report_sentence) -> std::string {
        const std::vector<Take> takes = render_takes(request, orders, report_sentence);
        for (std::size_t n = 0; n < orders.size(); ++n) {
            store_.put(orders[n].key, takes[n]);
        }
        return {};
    };
    std::vector<std::string> keys;
    std::transform(orders.begin(), orders.end(), std::back_inserter(keys),
                   [](const TakeOrder& order) { return order.key; });
    running_.push_back({std::move(keys), ChildProcess(work, cpu_seconds_)});
}

std::vector<FinishedTakes> TakePool::wait() {
    std::vector<pollfd> polled;
    for (const Running& running : running_) {
        polled.push_back({running.process.descriptor(), POLLIN, 0});
    }
    std::vector<FinishedTakes> finished;
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
        FinishedTakes takes{std::move(running.keys), std::nullopt, running.process.last_step()};
        try {
            (void)running.process.answer();
        } catch (const Error& error) {
            takes.error = error;
        }
        finished.push_back(std::move(takes));
    }
    running_ = std::move(still_running);
    return finished;
}

} // namespace recital
