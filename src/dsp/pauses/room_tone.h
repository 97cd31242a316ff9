// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/filters/biquad.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace recital {

/// Faint noise as in a room. It keeps the rate control of lossy encoders from saving bits in digital silence
/// and wasting them on the speech after it. White up to 8 kHz (fourth-order Butterworth low-pass), the band
/// of speech.
class RoomTone {
public:
    /// `level` is the RMS in dBFS, `rate` in Hz; the same seed gives the same noise.
    RoomTone(double level, int rate, std::uint64_t seed);

    /// Adds noise to every sample.
    void add_to(std::span<float> samples);

private:
    double scale_;
    std::optional<std::array<Biquad, 2>> low_pass_; ///< empty if the sample rate already limits the band
    std::uint64_t state_;
};

} // namespace recital
