// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/options.h"

namespace recital {

/// `recital voices`: lists the voice profiles; returns the exit code.
[[nodiscard]] int run_voices(const VoicesOptions& options);

} // namespace recital
