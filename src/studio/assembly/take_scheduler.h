// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/assembly/passage_queue.h"
#include "studio/takes/pool.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace recital {

/// One of its takes.
struct TakeRef {
    SlotHandle place;
    std::size_t format;
};

/// How work on a take ended, and who waited for it.
struct CompletedTake {
    std::vector<TakeRef> waiting;           ///< in the order in which they asked
    std::optional<TakeSummary> take;        ///< if it was rendered
    std::optional<Error> error;             ///< if it failed
    std::optional<std::size_t> at_sentence; ///< of the passage, if it failed
};

/// Sees to it that every missing take is rendered once, however many passages of however many books wait for
/// it.
class TakeScheduler {
public:
    /// See TakePool for the parameters; the store must outlive it.
    TakeScheduler(std::size_t workers, const WorkerLimits& limits, TakeStore& store, bool keeps_speech);

    /// Puts a passage into the queue.
    void enqueue(const SlotHandle& place) { queue_.add(place); }
    /// Takes the longest passage off the queue, which must not be empty.
    [[nodiscard]] SlotHandle next() { return queue_.take(); }

    [[nodiscard]] bool has_room() const { return pool_.has_room(); }
    [[nodiscard]] bool is_queue_empty() const { return queue_.is_empty(); }
    [[nodiscard]] bool is_idle() const { return pool_.is_idle(); }

    /// Starts those takes which the passage still lacks and nobody has asked for yet. `keys` are those of its
    /// takes, one for each format. Looking into the store before is up to the caller. Throws an Error if the
    /// voice cannot be calibrated.
    void start(const SlotHandle& place, std::vector<std::string> keys);

    /// Waits as `TakePool::wait` does. Each take of what is returned has to be settled.
    [[nodiscard]] std::vector<FinishedTakes> wait() { return pool_.wait(); }

    /// Forgets who waited for the take of that number.
    [[nodiscard]] CompletedTake complete(const FinishedTakes& finished, std::size_t number);

    /// Forgets a book; what its running takes bring is kept in the store.
    void drop(const BookInProgress* book_in_progress);

private:
    /// Puts a take among those that are waited for; where it is the first, it is ordered.
    void wait_for(const TakeRef& take, std::string key, std::vector<TakeOrder>& orders);

    TakePool pool_;
    PassageQueue queue_;
    std::map<TakeId, std::vector<TakeRef>> in_flight_; ///< who waits for the take
};

} // namespace recital
