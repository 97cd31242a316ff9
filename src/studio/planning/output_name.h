// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container/formats.h"
#include "studio/job/job.h"

#include <filesystem>
#include <optional>

namespace recital {

/// The format of the one file that an output names, by its extension in any case; nothing where it names a
/// folder: it has none of these extensions, ends in a slash, or a folder stands there.
[[nodiscard]] std::optional<Format> format_of_output(const std::filesystem::path& output);

/// Throws a `usage` error where the output can be no folder that a person means, or names a file that the job
/// cannot be written to.
void check_output(const Job& job);

} // namespace recital
