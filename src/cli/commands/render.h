// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/options.h"

namespace recital {

/// `recital render`: returns the exit code; throws what `render` throws.
[[nodiscard]] int run_render(const RenderOptions& options);

} // namespace recital
