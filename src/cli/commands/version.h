// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/options.h"

namespace recital {

/// `recital --version`: prints the version of the program; if asked, also those of engine, codecs and
/// libraries, which are loaded for that, and digests of the engine's data and of our own. Returns the exit
/// code.
[[nodiscard]] int run_version(const VersionOptions& options);

} // namespace recital
