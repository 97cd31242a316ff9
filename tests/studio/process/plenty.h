// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/process/worker.h"

namespace recital {

inline constexpr WorkerLimits plenty{30, 300}; ///< more than any of these tests needs

} // namespace recital
