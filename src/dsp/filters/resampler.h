// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

struct SRC_STATE_tag;

namespace recital {

/// Band-limited sample rate conversion of mono signals by libsamplerate (Smith, "Digital Audio Resampling").
class Resampler {
public:
    /// `converter` is "best", "medium" or "fast"; rates in Hz. Throws an `engine` error.
    Resampler(std::string_view converter, int input_rate, int output_rate);

    /// Converts a whole signal by itself, without delay: output sample n is at n / output_rate seconds.
    [[nodiscard]] std::vector<float> convert(std::span<const float> input);

private:
    struct Free {
        void operator()(SRC_STATE_tag* state) const;
    };
    using State = std::unique_ptr<SRC_STATE_tag, Free>;

    static State make_state(std::string_view converter, int channels);

    /// One pass of the library: frames of as many samples as the state has channels, `count` frames at most.
    [[nodiscard]] std::vector<float> process(State& state, std::span<const float> frames,
                                             std::size_t channels, std::size_t count) const;

    [[nodiscard]] std::vector<float> convert_in_lanes(std::span<const float> input, std::size_t step);

    /// Input and output samples after which the two rates meet again.
    std::size_t input_period_;
    std::size_t output_period_;
    std::size_t context_ =
        0;        ///< input samples around a sample that reach it through the filter: whole periods
    State whole_; ///< for a signal in one piece; null if the rates are equal
    State lanes_; ///< for one in several that are converted at once
};

} // namespace recital
