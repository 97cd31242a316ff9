// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/options.h"

namespace recital {

/// Runs `recital say` and `recital preview`; returns the exit code. Throws errors of the whole command.
[[nodiscard]] int run_listen(const ListenOptions& options);

} // namespace recital
