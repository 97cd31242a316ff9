// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace recital {

/// The folder that holds `data/` and `voices/`: $RECITAL_RESOURCES where it is set, else beside the program
/// (a build tree), else `../share/recital` as installed. Throws an `internal` error that says how to mend it.
[[nodiscard]] std::filesystem::path resource_folder();

} // namespace recital
