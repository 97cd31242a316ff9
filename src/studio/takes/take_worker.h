// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/process/worker_process.h"
#include "studio/takes/request.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace recital {

/// A worker that renders takes, one passage after another. Its request is a task (take_task.h). It answers
/// with what `TakeAnswer` has, and reports the sentences as steps. `contexts` are those that tasks refer to;
/// they must outlive the processes of this kind.
[[nodiscard]] WorkerKind take_worker(std::span<const TakeContext> contexts, bool keeps_speech);

/// What such a worker made: views into the bytes of the answer.
struct TakeAnswer {
    std::vector<std::string_view> takes; ///< as `serialise_take` makes them, in the order of the orders
    std::string_view speech;             ///< as `serialise_speech` makes it; empty if it is not to be kept
};

/// The answer to a task with so many orders. Throws MalformedBytes.
[[nodiscard]] TakeAnswer parse_take_answer(std::string_view bytes, std::size_t orders);

} // namespace recital
