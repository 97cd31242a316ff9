// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/process/worker_process.h"
#include "studio/store/take_store.h"
#include "studio/takes/take_task.h"

#include <cstddef>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace recital {

/// How the takes of one passage came out.
struct FinishedTakes {
    std::vector<TakeId> ids;
    std::vector<TakeSummary> summaries;     ///< one for each take; none if there was an error
    std::optional<Error> error;             ///< nothing: the takes are in the store
    std::optional<std::size_t> at_sentence; ///< where it failed
};

/// Renders passages in worker processes, several at once, and puts the takes into the store. Each process
/// serves many passages of one narrator. If a process dies, its passage is tried once more.
class TakePool {
public:
    /// The store must outlive the pool. With `keeps_speech`, what the engine says is kept there, too: takes
    /// in other formats can be made of it later.
    TakePool(std::size_t workers, const WorkerLimits& limits, TakeStore& store, bool keeps_speech);

    [[nodiscard]] bool has_room() const { return waiting_.empty() && running_.size() < workers_; }
    [[nodiscard]] bool is_idle() const { return waiting_.empty() && running_.empty() && failed_.empty(); }

    /// Renders the passage into all the takes that are ordered of it: at least one. Where the system has no
    /// room for another process, it waits for those that run, and from then on fewer run at once. `contexts`
    /// are the narrator's, to which the orders refer; they must outlive the pool.
    void start(TakeTask task, std::span<const TakeContext> contexts);

    /// Waits until at least one process has ended, a signal came, a second has passed, or nothing runs.
    [[nodiscard]] std::vector<FinishedTakes> wait();

private:
    struct Work {
        TakeTask task;
        std::span<const TakeContext> contexts;
        bool is_second_try = false; ///< the first process died over it
    };
    /// A process that knows the contexts.
    struct TakeProcess {
        const TakeContext* contexts;
        WorkerProcess process;
    };
    struct Running {
        Work work;
        TakeProcess process;
    };

    void start_waiting();
    [[nodiscard]] FinishedTakes result_of(Running& running);
    void add_kept_speech(TakeTask& task);
    [[nodiscard]] TakeProcess process_for(const Work& work);

    std::size_t workers_;
    WorkerLimits limits_;
    TakeStore& store_;
    bool keeps_speech_;
    std::deque<Work> waiting_;
    std::vector<Running> running_;
    std::vector<TakeProcess> idle_;
    std::vector<FinishedTakes> failed_; ///< for which there was no process at all
};

} // namespace recital
