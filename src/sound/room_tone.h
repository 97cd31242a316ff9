// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace recital {

/// The faint noise of a room: keeps a lossy encoder's rate control from starving in digital silence, which it
/// would pay back by overspending on speech.
class RoomTone {
public:
    /// `level` is the RMS in dBFS; the same seed gives the same noise.
    RoomTone(double level, std::uint64_t seed);

    /// Adds noise of triangular distribution (so that it serves as dither, too) to every sample.
    void add_to(std::span<float> samples);

private:
    float scale_;
    std::uint64_t state_;
};

} // namespace recital
