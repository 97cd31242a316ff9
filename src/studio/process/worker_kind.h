// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "studio/process/sandbox.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace recital {

/// Tells the parent which step of its work a worker begins, so that a crash can be traced to it.
using StepReporter = std::function<void(std::size_t step)>;

/// A kind of work that is done in a process of its own: a request in, an answer out.
struct WorkerKind {
    /// Runs in the worker. Its result depends on the request and on what it captured, as that was when the
    /// process started; nothing that it changes is seen by the parent. An Error that it throws is an answer.
    using Answer = std::function<std::string(std::string_view request, const StepReporter& report_step)>;

    std::string name; ///< as errors call the worker: "the speech engine"
    Answer answer;
    ErrorKind failure = ErrorKind::engine; ///< kind of the error when the worker dies
    WorkerNeeds needs = {};                ///< what it does without before the first request
    /// Runs in the worker while it still has its parent's rights; before any untrusted data comes.
    std::function<void(const StepReporter& report_step)> prepare = {};
    /// Runs in the worker when nobody asks any more, to end what `prepare` started. Without it the worker is
    /// killed at once.
    std::function<void()> finish = {};
};

} // namespace recital
