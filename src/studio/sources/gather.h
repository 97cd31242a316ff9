// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "studio/job/report.h"

#include <filesystem>
#include <span>
#include <vector>

namespace recital {

/// What the arguments of a command name.
struct GatheredInputs {
    std::vector<std::filesystem::path> files; ///< to be read, in a stable order
    std::vector<SkippedReport> skipped;       ///< what is in folders and is not read
    std::vector<Diagnostic> warnings;
};

/// The files that the arguments name: a file as it is given, whatever its name, and standard input for "-"; a
/// folder as the readable files under it, sorted by the bytes of their paths. A file whose name is not that
/// of a text is read if its content is that of a web page, an EPUB or a document of a word processor. Hidden,
/// backup and system files, lexicons and what this program made are passed over in silence; other files that
/// no reader reads, pipes, sockets and devices, links that lead back to a folder above them, and file systems
/// of the kernel such as /proc are skipped. A missing path stays in the list, so that its error is that of
/// one book. A file that is reached twice appears once.
[[nodiscard]] GatheredInputs gather_inputs(std::span<const std::filesystem::path> arguments);

} // namespace recital
