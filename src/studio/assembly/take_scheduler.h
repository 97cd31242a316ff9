// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/assembly/book_in_progress.h"
#include "studio/narration/narrators.h"
#include "studio/takes/pool.h"

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace recital {

/// A passage of a book in the making, and who reads it.
struct SlotHandle {
    BookInProgress* book_in_progress;
    Narrator* narrator;
    std::size_t slot;
};

/// One of its takes.
struct TakeRef {
    SlotHandle place;
    std::size_t format;
};

/// How work on a take ended, and who waited for it.
struct CompletedTake {
    std::vector<TakeRef> waiting;           ///< in the order in which they asked
    std::optional<Take> take;               ///< where there is one
    std::optional<Error> error;             ///< where there is none
    std::optional<std::size_t> at_sentence; ///< of the passage, where it failed
};

/// Sees to it that every missing take is rendered once, however many passages of however many books wait for
/// it.
class TakeScheduler {
public:
    /// The store must outlive it.
    TakeScheduler(std::size_t workers, unsigned cpu_seconds, const TakeStore& store);

    /// Puts a passage at the end of the queue.
    void enqueue(const SlotHandle& place) { queue_.push_back(place); }
    /// Takes the first passage off the queue, which must not be empty.
    [[nodiscard]] SlotHandle next();

    [[nodiscard]] bool has_room() const { return pool_.has_room(); }
    [[nodiscard]] bool is_queue_empty() const { return queue_.empty(); }
    [[nodiscard]] bool is_idle() const { return pool_.is_idle(); }

    /// Starts those takes which the passage still lacks and nobody has asked for yet. Looking into the store
    /// before is up to the caller. Throws where the voice cannot be calibrated.
    void start(const SlotHandle& place);

    /// Waits as `TakePool::wait` does. Each key of what is returned has to be settled.
    [[nodiscard]] std::vector<FinishedTakes> wait() { return pool_.wait(); }

    /// Reads a finished take from the store, and forgets who waited for it.
    [[nodiscard]] CompletedTake complete(const FinishedTakes& finished, const std::string& key);

    /// Forgets a book; what its running takes bring is kept in the store.
    void drop(const BookInProgress* book_in_progress);

private:
    /// Puts a take among those that are waited for; where it is the first, it is ordered.
    void wait_for(const TakeRef& take, std::vector<TakeOrder>& orders);

    const TakeStore& store_;
    TakePool pool_;
    std::deque<SlotHandle> queue_;
    std::unordered_map<std::string, std::vector<TakeRef>> in_flight_; ///< by key: who waits for the take
};

} // namespace recital
