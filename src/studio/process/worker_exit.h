// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace recital {

/// How a worker ends that cannot answer, because the system gives it no more of what it needs. Libraries do
/// not end processes with these numbers.
enum WorkerExit : int {
    exit_out_of_memory = 81,
    exit_out_of_stack = 82,
    exit_without_process = 84, ///< it could not start a process of its own
};

} // namespace recital
