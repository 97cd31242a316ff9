// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace recital {

/// What a kind of worker needs of the system. Whatever is not said here it is refused, as far as the kernel
/// can: see docs/decisions/0004-worker.md.
struct WorkerNeeds {
    /// Files and folders that it reads, with what is in them, beside the program's data, the system's
    /// libraries and fonts.
    std::vector<std::filesystem::path> readable;
    std::uint64_t memory_bytes = std::uint64_t{2} << 30U; ///< beyond what the parent used when it started
    std::uint64_t file_bytes = std::uint64_t{256} << 20U; ///< of a file that it was handed and writes
    std::uint64_t descriptors = 256;                      ///< open at a time
};

/// To be called in the parent, before a worker is forked: makes what all workers share.
void prepare_sandbox();

// Each of these gives up rights for this process and those that it forks, for good. A measure that the kernel
// does not offer is left out; `recital doctor` shows which hold.

/// Limits memory, files and descriptors to what the needs state, and opens no other files than they do.
void give_up_files(const WorkerNeeds& needs);

/// Makes no system calls but those of SystemCallFilter. Comes last: other processes cannot be started then.
void give_up_calls();

} // namespace recital
