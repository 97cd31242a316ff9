// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hash.h"
#include "studio/job/job.h"

#include <filesystem>
#include <vector>

namespace recital {

/// The files that a job reads, apart from the program's own.
struct RunInputs {
    Digest gathered; ///< of what was found to be read and to be skipped, in its order
    std::vector<std::filesystem::path> texts; ///< in their order
    /// Lexicons and pictures beside texts, sorted within each folder; then files that the job names.
    std::vector<std::filesystem::path> side_files;
};

/// True if every input of the job is a regular file or a folder: what comes through a pipe cannot be
/// compared.
[[nodiscard]] bool are_inputs_comparable(const Job& job);

/// Finds the texts among the job's inputs, with the lexicons and pictures beside each, and the files that the
/// job names. Reads no text.
[[nodiscard]] RunInputs find_run_inputs(const Job& job);

} // namespace recital
