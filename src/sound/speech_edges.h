// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace recital {

/// Speech without the silence that the engine puts around it.
struct TrimmedSpeech {
    std::vector<float> samples;   ///< full scale 1.0, fading in and out; empty where there was only silence
    std::size_t first_sample = 0; ///< how many samples were cut off in front
};

/// Cuts the silence at both ends of an utterance, whose length the engine varies, so that pauses are what the
/// voice profile says; then fades the ends (1 ms in, 5 ms out), for the engine may stop in mid-noise. `rate`
/// in Hz.
[[nodiscard]] TrimmedSpeech trim_speech(std::span<const std::int16_t> samples, int rate);

} // namespace recital
