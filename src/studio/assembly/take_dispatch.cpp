// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/assembly/take_dispatch.h"

#include <algorithm>
#include <utility>

namespace recital {

TakeDispatch::TakeDispatch(std::size_t workers, unsigned cpu_seconds, const TakeStore& store)
    : store_(store), pool_(workers, cpu_seconds, store) {}

SlotRef TakeDispatch::next() {
    const SlotRef place = queue_.front();
    queue_.pop_front();
    return place;
}

void TakeDispatch::start(const SlotRef& place) {
    const Production& book = *place.production;
    std::vector<TakeOrder> orders;
    try {
        for (std::size_t format = 0; format < book.formats(); ++format) {
            if (!book.is_delivered(place.slot, format)) {
                wait_for({place, format}, orders);
            }
        }
        if (!orders.empty()) {
            pool_.start(book.request(place.slot), std::move(orders));
        }
    } catch (const Error&) {
        for (const TakeOrder& order : orders) {
            in_flight_.erase(order.key); // nobody works on it: whoever wants it next has to ask again
        }
        throw;
    }
}

void TakeDispatch::wait_for(const TakeRef& take, std::vector<TakeOrder>& orders) {
    const auto& [place, format] = take;
    const RoleLevels& levels = place.narrator->levels(format);
    const std::string key = place.production->key(place.slot, format);
    const auto [entry, is_new] = in_flight_.try_emplace(key);
    entry->second.push_back(take);
    if (is_new) {
        orders.push_back({key, &place.narrator->contexts()[format], levels});
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
