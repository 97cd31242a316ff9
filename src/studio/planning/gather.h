// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <filesystem>
#include <span>
#include <vector>

namespace recital {

/// The files that the arguments stand for, in a stable order: a file as it is given, whatever its name; a
/// folder as the readable files under it, sorted by the bytes of their paths. Hidden, backup and system files
/// and lexicons are passed over; any other file that no reader reads is named in a diagnostic. A missing path
/// stays in the list, so that its error is that of one book. A file that is reached twice stands once, and
/// links that lead in a circle end.
[[nodiscard]] std::vector<std::filesystem::path>
gather_inputs(std::span<const std::filesystem::path> arguments, std::vector<Diagnostic>& diagnostics);

} // namespace recital
