// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>

namespace recital {

/// Where the packs of a cache are. The name has the version of the layout.
[[nodiscard]] std::filesystem::path packs_in(const std::filesystem::path& cache);
/// Where a cache keeps what runs have to know of earlier ones (docs/formats/run-state.md).
[[nodiscard]] std::filesystem::path run_state_in(const std::filesystem::path& cache);

/// Makes the folder of a cache, private to this user, with a tag that keeps it out of backups (Cache
/// Directory Tagging Specification 0.6), and removes what earlier versions of the program and killed runs
/// left in it. Throws an `output` error if it cannot be written, belongs to another user, or everybody may
/// write to it: what is in it decides what books say.
void open_cache_folder(const std::filesystem::path& cache);

/// What is in a cache.
struct CacheContent {
    std::uint64_t bytes = 0; ///< of all packs
    std::size_t packs = 0;
    std::size_t takes = 0;
    std::size_t speech = 0;                 ///< kept speech of passages
    std::size_t notes = 0;                  ///< covers and measured levels
    std::optional<std::int64_t> oldest_use; ///< of a pack, in seconds since 1970
};

/// Empty if there is no such folder. Counts what runs are writing just now, too.
[[nodiscard]] CacheContent count_cache(const std::filesystem::path& cache);

/// Removes the packs that were not used for the longest time, until at most `max_bytes` are left; those that
/// a run is using stay. Returns the bytes that were removed. Throws as `open_cache_folder` does.
[[nodiscard]] std::uint64_t prune_cache(const std::filesystem::path& cache, std::uint64_t max_bytes);

/// Removes everything that this program keeps in the cache, except for what runs are using, and the folder if
/// nothing else is in it. Returns the bytes of the packs that were removed. Throws as `open_cache_folder`
/// does; nothing happens if there is no such folder.
[[nodiscard]] std::uint64_t clear_cache(const std::filesystem::path& cache);

} // namespace recital
