// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace recital {

/// The folder that holds `data/` and `voices/`: $RECITAL_RESOURCES where it is set, otherwise beside the
/// program (a build tree), otherwise `../share/recital` as installed. Throws an `internal` error that says
/// how to repair it.
[[nodiscard]] std::filesystem::path resource_folder();

} // namespace recital
