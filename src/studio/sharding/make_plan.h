// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/job/job.h"
#include "studio/job/report.h"
#include "studio/sharding/plan_file.h"

#include <filesystem>
#include <string>
#include <vector>

namespace recital {

/// A plan that was written, and what it takes to make its books.
struct PlanReport {
    std::filesystem::path file;
    PlanSummary summary;
    std::size_t failed = 0;  ///< sources that become no book
    std::uint64_t files = 0; ///< of all books
    std::uint64_t bytes = 0; ///< of all files, estimated
    double cpu_seconds = 0;  ///< to make them on machines like this one, estimated
    double rate = 0;         ///< seconds of CPU time for a second of speech, as measured on this machine
    double seconds = 0;      ///< of wall-clock time that planning took
};

/// Reads every input of the job and writes the plan of its books, the longest first. `arguments` are the
/// options of `recital render` that decide what the books are. Throws `usage`, `input` and `output` errors.
[[nodiscard]] PlanReport make_plan(const Job& job, const std::filesystem::path& file,
                                   const std::vector<std::string>& arguments, RunListener& listener);

} // namespace recital
