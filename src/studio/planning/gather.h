// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <filesystem>
#include <span>
#include <vector>

namespace recital {

/// The files that the arguments name, in a stable order: a file as it is given, whatever its name; a folder
/// as the readable files under it, sorted by the bytes of their paths. Hidden, backup and system files and
/// lexicons are passed over in silence; files that no reader reads, pipes, sockets and devices, links that
/// lead back to a folder above them, and file systems of the kernel such as /proc with a diagnostic. A
/// missing path stays in the list, so that its error is that of one book. A file that is reached twice
/// appears once.
[[nodiscard]] std::vector<std::filesystem::path>
gather_inputs(std::span<const std::filesystem::path> arguments, std::vector<Diagnostic>& diagnostics);

} // namespace recital
