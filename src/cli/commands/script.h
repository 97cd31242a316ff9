// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/options.h"

namespace recital {

/// `recital script`: prints what will be spoken; returns the exit code.
[[nodiscard]] int run_script(const ScriptOptions& options);

} // namespace recital
