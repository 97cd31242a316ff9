// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace recital {

inline constexpr int tone_rate = 24000; ///< of the sounds in the tests of this folder, in Hz

} // namespace recital
