// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/take_dispatch.h"

#include <algorithm>
#include <utility>

namespace recital {

TakeDispatch::TakeDispatch(std::size_t workers, unsigned cpu_seconds, const TakeStore& store)
    : store_(store), pool_(workers, cpu_seconds, store) {}

void TakeDispatch::start_next() {
    const SlotRef next = queue_.front();
    queue_.pop_front();
    std::vector<TakeOrder> orders;
    for (std::size_t format = 0; format < next.production->formats(); ++format) {
        if (next.production->is_delivered(next.slot, format)) {
            continue;
        }
        const std::string key = next.production->key(next.slot, format);
        const auto [entry, is_new] = in_flight_.try_emplace(key);
        entry->second.push_back({next, format});
        if (is_new) {
            orders.push_back({key, &next.narrator->contexts()[format], next.narrator->gains(format)});
        }
    }
    if (!orders.empty()) {
        pool_.start(next.production->request(next.slot), orders);
    }
}

SettledTake TakeDispatch::settle(const FinishedTakes& finished, const std::string& key) {
    auto entry = in_flight_.extract(key);
    SettledTake settled{std::move(entry.mapped()), std::nullopt, finished.error, finished.at_sentence};
    if (settled.error) {
        return settled;
    }
    settled.take = store_.find(key);
    if (!settled.take) {
        settled.error.emplace(ErrorKind::output,
                              "a finished take cannot be read back: the folder of stored takes "
                              "may be full or damaged (see --cache)");
    }
    return settled;
}

void TakeDispatch::drop(const Production* production) {
    std::erase_if(queue_, [production](const SlotRef& place) { return place.production == production; });
    for (auto& [key, waiting] : in_flight_) {
        std::erase_if(waiting,
                      [production](const TakeRef& ref) { return ref.place.production == production; });
    }
}

} // namespace recital
