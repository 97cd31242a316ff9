// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/job/report.h"
#include "studio/sharding/plan_file.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <unordered_set>
#include <vector>

namespace recital {

/// What the manifests of a plan's shards say together.
struct MergeReport {
    std::filesystem::path root; ///< the file that was written
    std::uint64_t planned = 0;
    std::uint64_t made = 0;
    std::uint64_t failed = 0;
    std::uint64_t missing = 0; ///< books that no manifest has
    std::uint64_t doubled = 0; ///< books of which two manifests have different files
    double seconds = 0;        ///< of sound
    std::uint64_t bytes = 0;
    std::size_t segments = 0;

    [[nodiscard]] bool is_complete() const { return missing == 0 && doubled == 0; }
};

/// Told of each book that is not there once, as a sentence with its place.
using MergeListener = std::function<void(const Diagnostic&)>;
/// Told of each book that failed.
using MergeFailureListener = std::function<void(const FailureReport&)>;

/// Checks that every book of the plan is in the manifests below `output` once, and writes the root of them
/// beside them: their names and SHA-256, and what they add up to. Of several attempts at a shard the latest
/// counts, because it has what the earlier ones made, and of several retries each; a book that one of these
/// made counts as made. Memory does not grow with the number of books. Throws
/// `input` and `output` errors.
[[nodiscard]] MergeReport merge_manifests(
    const std::filesystem::path& output, const PlanFile& plan, const MergeListener& tell,
    const MergeFailureListener& tell_failure = [](const FailureReport&) {});

/// What a root says.
struct ManifestRoot {
    std::filesystem::path plan;                  ///< as it was given to the merge, absolute
    Digest content;                              ///< of that plan
    std::filesystem::path output;                ///< the folder of the books
    std::vector<std::filesystem::path> segments; ///< their files
};

/// Reads a root. Throws an `input` error if it is none.
[[nodiscard]] ManifestRoot read_manifest_root(const std::filesystem::path& root);

/// The books of the plan that could not be made, by the manifests that a root names.
[[nodiscard]] std::unordered_set<std::string> failed_books(const ManifestRoot& root);

} // namespace recital
