// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace recital {

/// The folder that contains `data/` and `voices/`: $RECITAL_RESOURCES if it is set, otherwise a folder next
/// to the program (in a build tree), otherwise `../share/recital` (installed). Throws an `internal` error
/// that says how to fix a missing one.
[[nodiscard]] std::filesystem::path resource_folder();

} // namespace recital
