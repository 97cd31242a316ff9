// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/filters/biquad.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace recital {

/// The faint noise of a room: keeps a lossy encoder's rate control from starving in digital silence, which it
/// would pay back by overspending on speech. White as far as speech goes; a wider band than that stays empty
/// (Butterworth low-pass of fourth order at 8 kHz).
class RoomTone {
public:
    /// `level` is the RMS in dBFS, `rate` in Hz; the same seed gives the same noise.
    RoomTone(double level, int rate, std::uint64_t seed);

    /// Adds noise to every sample.
    void add_to(std::span<float> samples);

private:
    double scale_;
    std::optional<std::array<Biquad, 2>> low_pass_; ///< none if the rate itself ends the band
    std::uint64_t state_;
};

} // namespace recital
