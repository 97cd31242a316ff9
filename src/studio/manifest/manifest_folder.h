// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hash.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recital {

/// The folder below the books in which shards leave their journals and manifests, one folder for each plan.
inline constexpr std::string_view manifest_folder_name = "recital-manifest";

/// Where the shards of a plan leave them; `plan` is the content digest of the plan.
[[nodiscard]] std::filesystem::path manifest_folder(const std::filesystem::path& output, const Digest& plan);

/// What stands in the place of a shard's name for a run that makes the books that have failed in all shards.
inline constexpr std::string_view retry_name = "retry";

/// A file of one attempt at a shard: "shard-03-of-32.attempt-2.jsonl".
struct AttemptFile {
    std::string shard; ///< "shard-03-of-32", or "retry"
    unsigned attempt = 0;
    std::filesystem::path path;
};

/// Of an attempt that is under way, or was stopped.
inline constexpr std::string_view journal_extension = ".journal";
/// Of a finished one.
inline constexpr std::string_view manifest_extension = ".jsonl";

[[nodiscard]] std::filesystem::path attempt_path(const std::filesystem::path& folder,
                                                 const std::string& shard, unsigned attempt,
                                                 std::string_view extension);

/// The files with that extension in the folder, by shard and attempt; of all shards if `shard` is empty.
[[nodiscard]] std::vector<AttemptFile> find_attempts(const std::filesystem::path& folder,
                                                     std::string_view extension, std::string_view shard = {});

} // namespace recital
