// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace recital {

/// A span of samples in which nothing is heard.
struct Silence {
    std::size_t first = 0;
    std::size_t last = 0; ///< one past its last

    [[nodiscard]] std::size_t length() const { return last - first; }
};

/// All spans of 15 ms and more in which a signal (full scale 1.0, free of offset) stays below -56 dBFS, in
/// order: around speech, between clauses, and where a plosive closes the mouth. `rate` in Hz.
[[nodiscard]] std::vector<Silence> find_silences(std::span<const float> samples, int rate);

/// Takes what rests in the silences away, and fades the signal in place at their borders, for a synthetic
/// voice stops and starts in mid-noise: 4.5 ms before a silence and 2 ms after it, or half of what is heard
/// between two where that is shorter. The ends of the signal are borders, too. At `gain` (dB), by which the
/// signal will be raised, no two samples at a border are more than -50 dBFS apart.
void fade_at_silences(std::span<float> samples, std::span<const Silence> silences, int rate, double gain);

} // namespace recital
