// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/process/worker.h"

#include <utility>

namespace recital {

Worker::Worker(WorkerKind kind, const WorkerLimits& limits) : kind_(std::move(kind)), limits_(limits) {}

std::string Worker::ask(std::string_view request) {
    std::optional<WorkerProcess> process = std::exchange(process_, std::nullopt);
    for (int tries = 1;; ++tries) {
        if (!process) {
            process.emplace(kind_, limits_);
        }
        process->ask(request);
        process->finish();
        if (!process->has_died()) {
            process_ = std::move(process); // kept unless waiting for it was interrupted
            return process_->answer();
        }
        if (tries == 2) {
            return process->answer(); // which throws
        }
        process.reset();
    }
}

std::string ask_once(const WorkerKind& kind, const WorkerLimits& limits, std::string_view request) {
    return Worker(kind, limits).ask(request);
}

} // namespace recital
