// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace recital {

/// Amplitude ratio of a level: 10^(dB/20).
[[nodiscard]] inline double from_decibel(double decibel) {
    return std::pow(10.0, decibel / 20.0);
}

/// Level of an amplitude ratio in dB; minus infinity for 0.
[[nodiscard]] inline double to_decibel(double amplitude) {
    return 20.0 * std::log10(amplitude);
}

} // namespace recital
