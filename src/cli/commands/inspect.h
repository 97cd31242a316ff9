// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/options.h"

namespace recital {

/// `recital inspect`: measures finished files; returns the exit code.
[[nodiscard]] int run_inspect(const InspectOptions& options);

} // namespace recital
