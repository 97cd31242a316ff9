// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/options.h"

namespace recital {

/// `recital merge`: checks that the shards of a plan made every book once; returns the exit code.
[[nodiscard]] int run_merge(const MergeOptions& options);

} // namespace recital
