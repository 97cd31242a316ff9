// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/job/job.h"
#include "studio/job/report.h"
#include "studio/sharding/plan_file.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace recital {

/// A plan that was written.
struct PlanReport {
    std::filesystem::path file;
    PlanSummary summary;
    std::size_t failed = 0;  ///< sources that become no book
    std::uint64_t files = 0; ///< of all books
    std::uint64_t bytes = 0; ///< of all files, estimated
    double seconds = 0;      ///< of wall-clock time that planning took
};

/// Reads every input of the job and writes the plan of its books, the longest first. `arguments` are the
/// options of `recital render` that decide what the books are. Throws `usage`, `input` and `output` errors.
[[nodiscard]] PlanReport make_plan(const Job& job, const std::filesystem::path& file,
                                   const std::vector<std::string>& arguments, RunListener& listener);

/// A part of a plan that was written.
struct PartReport {
    std::filesystem::path file;
    std::uint64_t texts = 0;
    std::size_t failed = 0; ///< sources that become no book
    double seconds = 0;     ///< of wall-clock time
};

/// Reads the shard's part of the job's inputs, for a plan that is made of all parts: about the same number of
/// bytes for each shard. Throws as `make_plan` does.
[[nodiscard]] PartReport make_part(const Job& job, const Shard& shard, const std::filesystem::path& file,
                                   const std::vector<std::string>& arguments, RunListener& listener);

/// The options that the part was made with.
[[nodiscard]] std::vector<std::string> arguments_of_part(const std::filesystem::path& part);

/// Makes the plan of all its parts, in any order; the plan is that of `make_plan` over the same inputs.
/// Throws `input` errors if they are not the parts of one plan.
[[nodiscard]] PlanReport merge_parts(const Job& job, std::span<const std::filesystem::path> parts,
                                     const std::filesystem::path& file, RunListener& listener);

} // namespace recital
