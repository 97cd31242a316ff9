// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/options.h"

namespace recital {

/// `recital lexicon check`: prints the names that no lexicon has; returns the exit code.
[[nodiscard]] int run_lexicon_check(const LexiconCheckOptions& options);

} // namespace recital
