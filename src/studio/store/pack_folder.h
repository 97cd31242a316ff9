// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/store/pack.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace recital {

/// A pack as its folder shows it.
struct PackFile {
    std::filesystem::path path;
    std::uint64_t bytes = 0;
    std::int64_t last_used = 0; ///< seconds since 1970
};

/// The finished packs in `folder`, the latest first; empty if there is no such folder.
[[nodiscard]] std::vector<PackFile> list_packs(const std::filesystem::path& folder);

/// The packs in `folder` that nobody has finished: runs are writing them, or were killed.
[[nodiscard]] std::vector<std::filesystem::path> list_unfinished_packs(const std::filesystem::path& folder);

/// Joins the smaller packs of `folder` if there are many of them, so that there are never more than some
/// twenty besides full ones. Of entries with one name the latest is kept. Packs that a run is using stay, and
/// nothing happens while another process does the same. Returns whether packs were joined. Throws an `output`
/// error.
[[nodiscard]] bool join_small_packs(const std::filesystem::path& folder);

/// Removes those packs of `folder` that were not used for the longest time, until the rest has at most
/// `max_bytes`. Packs that a run is using stay. Returns the bytes that were removed.
std::uint64_t remove_oldest_packs(const std::filesystem::path& folder, std::uint64_t max_bytes);

} // namespace recital
