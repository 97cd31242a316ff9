// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/assembly/take_scheduler.h"

#include <algorithm>
#include <utility>

namespace recital {

TakeScheduler::TakeScheduler(std::size_t workers, const WorkerLimits& limits, TakeStore& store,
                             bool keeps_speech)
    : pool_(workers, limits, store, keeps_speech) {}

void TakeScheduler::start(const SlotHandle& place, std::vector<std::string> keys) {
    const BookInProgress& book = *place.book_in_progress;
    std::vector<TakeOrder> orders;
    try {
        for (std::size_t format = 0; format < book.formats(); ++format) {
            if (!book.is_delivered(place.slot, format)) {
                wait_for({place, format}, std::move(keys[format]), orders);
            }
        }
        if (!orders.empty()) {
            pool_.start({book.request(place.slot), orders}, place.narrator->contexts());
        }
    } catch (const Error&) {
        for (const TakeOrder& order : orders) {
            in_flight_.erase(order.id); // nobody works on it: whoever wants it next has to ask again
        }
        throw;
    }
}

void TakeScheduler::wait_for(const TakeRef& take, std::string key, std::vector<TakeOrder>& orders) {
    const auto& [place, format] = take;
    const RoleLevels& levels = place.narrator->levels(format);
    const TakeId& id = place.book_in_progress->id(place.slot, format);
    const auto [entry, is_new] = in_flight_.try_emplace(id);
    entry->second.push_back(take);
    if (is_new) {
        orders.push_back({std::move(key), id, &place.narrator->contexts()[format], levels});
    }
}

CompletedTake TakeScheduler::complete(const FinishedTakes& finished, std::size_t number) {
    auto entry = in_flight_.extract(finished.ids[number]);
    CompletedTake completed{std::move(entry.mapped()), std::nullopt, finished.error, finished.at_sentence};
    if (!completed.error) {
        completed.take = finished.summaries[number];
    }
    return completed;
}

void TakeScheduler::drop(const BookInProgress* book_in_progress) {
    queue_.drop(book_in_progress);
    for (auto& [key, waiting] : in_flight_) {
        std::erase_if(waiting, [book_in_progress](const TakeRef& ref) {
            return ref.place.book_in_progress == book_in_progress;
        });
    }
}

} // namespace recital
