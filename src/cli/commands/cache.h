// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/options.h"

namespace recital {

/// `recital cache`: shows, limits or removes what is kept between runs; returns the exit code.
[[nodiscard]] int run_cache(const CacheOptions& options);

} // namespace recital
