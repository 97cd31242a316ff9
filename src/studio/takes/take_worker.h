// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/process/worker_process.h"
#include "studio/takes/request.h"
#include "studio/takes/store.h"

#include <span>

namespace recital {

/// A worker that renders takes, one passage after another. Its request is a task (take_task.h), with an open
/// file for each take and, with `keeps_speech`, one more for what the engine says, which stays empty if the
/// store has it already. It answers with the summary of each take, and reports the sentences as steps.
/// `contexts` are those that tasks refer to; they and the store must outlive the processes of this kind.
[[nodiscard]] WorkerKind take_worker(std::span<const TakeContext> contexts, const TakeStore& store,
                                     bool keeps_speech);

} // namespace recital
