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

/// All spans of at least 15 ms in which a signal (full scale 1.0, without DC offset) stays below -56 dBFS, in
/// order: around speech, between clauses, and in the closure of plosives. `rate` in Hz.
[[nodiscard]] std::vector<Silence> find_silences(std::span<const float> samples, int rate);

/// Sets the silences to zero and fades the signal in place at their borders, because a synthetic voice starts
/// and stops abruptly: 4.5 ms before a silence and 2 ms after it, or half of the sound between two silences
/// if that is shorter. The ends of the signal count as borders. After amplification by `gain` (dB), adjacent
/// samples at a border differ by at most -50 dBFS.
void fade_at_silences(std::span<float> samples, std::span<const Silence> silences, int rate, double gain);

} // namespace recital
