// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace recital {

/// How many files a merged manifest names, and how many of them are as it says.
struct ManifestCheck {
    std::uint64_t files = 0;
    std::uint64_t intact = 0;
    std::uint64_t bytes = 0; ///< of the intact ones
};

/// Told of each file that is not as the manifest says: its path, and what is wrong.
using CheckListener = std::function<void(const std::filesystem::path& file, const std::string& fault)>;

/// Compares size and SHA-256 of every file that the manifest names with what it says. `root` is the file that
/// `merge_manifests` wrote. Throws an `input` error if it is none, Interrupted if a signal asked to stop.
[[nodiscard]] ManifestCheck check_manifest(const std::filesystem::path& root, const CheckListener& tell);

} // namespace recital
