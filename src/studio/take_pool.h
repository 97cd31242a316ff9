// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/child_process.h"
#include "studio/take_request.h"
#include "studio/take_store.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace recital {

/// How a take came out.
struct FinishedTake {
    std::string key;
    std::optional<Error> error;             ///< nothing: the take is in the store
    std::optional<std::size_t> at_sentence; ///< where it failed
};

/// Renders takes in processes of their own, several at once, each putting its take into the store.
class TakePool {
public:
    /// The store must outlive the pool.
    TakePool(std::size_t workers, unsigned cpu_seconds, const TakeStore& store);

    [[nodiscard]] bool has_room() const { return running_.size() < workers_; }
    [[nodiscard]] bool is_idle() const { return running_.empty(); }

    /// `gain` in dB, from calibration.
    void start(const std::string& key, const TakeRequest& request, const TakeContext& context, double gain);

    /// Waits until at least one take has ended, a signal came, or nothing runs.
    [[nodiscard]] std::vector<FinishedTake> wait();

private:
    struct Running {
        std::string key;
        ChildProcess process;
    };

    std::size_t workers_;
    unsigned cpu_seconds_;
    const TakeStore& store_;
    std::vector<Running> running_;
};

} // namespace recital
