// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/process/worker_process.h"

#include <optional>
#include <string>
#include <string_view>

namespace recital {

/// Answers requests in a process that is started for the first one, serves them one after another, and is
/// started again if it dies. The caller waits for each answer.
class Worker {
public:
    /// Starts nothing yet. What `kind` captured by reference has to outlive the worker.
    Worker(WorkerKind kind, const WorkerLimits& limits);

    /// The answer to the request. If the process dies over it, a new one is asked once more; an Error of the
    /// worker is an answer. Throws that Error, one of the kind's `failure` that says how the worker died, an
    /// `engine` error if no process can be started, and Interrupted if a signal asks the run to stop.
    [[nodiscard]] std::string ask(std::string_view request);

private:
    WorkerKind kind_;
    WorkerLimits limits_;
    std::optional<WorkerProcess> process_;
};

/// Asks a worker that serves no other request: for work after which its process is of no more use, or too
/// large to keep. Throws as `Worker::ask` does.
[[nodiscard]] std::string ask_once(const WorkerKind& kind, const WorkerLimits& limits,
                                   std::string_view request = {});

} // namespace recital
