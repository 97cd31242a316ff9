// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/options.h"

namespace recital {

/// Runs `recital lexicon` and what is below it; returns the exit code. Throws errors of the whole command.
[[nodiscard]] int run_lexicon(const LexiconOptions& options);

} // namespace recital
