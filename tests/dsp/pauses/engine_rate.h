// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace recital {

inline constexpr int engine_rate = 22050; ///< in Hz

} // namespace recital
