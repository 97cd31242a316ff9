// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/options.h"

namespace recital {

/// `recital verify`: says of finished files whether they are whole; returns the exit code.
[[nodiscard]] int run_verify(const VerifyOptions& options);

} // namespace recital
