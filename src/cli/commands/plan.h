// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/options.h"

namespace recital {

/// `recital plan`: writes the plan of books that several machines are to make; returns the exit code.
[[nodiscard]] int run_plan(const PlanOptions& options);

} // namespace recital
