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

    /// Converts a complete signal without delay: output sample n is at n / output_rate seconds. Throws an
    /// `engine` error.
    [[nodiscard]] std::vector<float> convert(std::span<const float> input);

private:
    struct Free {
        void operator()(SRC_STATE_tag* state) const;
    };
    using State = std::unique_ptr<SRC_STATE_tag, Free>;

    static State make_state(std::string_view converter, int channels);

    /// One call of the library: frames with one sample per channel of the state; returns at most `count`
    /// frames.
    [[nodiscard]] std::vector<float> process(State& state, std::span<const float> frames,
                                             std::size_t channels, std::size_t count) const;

    [[nodiscard]] std::vector<float> convert_in_lanes(std::span<const float> input, std::size_t step);

    /// Periods in input and output samples after which the two rates are in phase again.
    std::size_t input_period_;
    std::size_t output_period_;
    std::size_t context_ = 0; ///< number of input samples around a sample that affect it through the filter,
                              ///< rounded up to whole periods
    State whole_;             ///< converts a signal as one channel; null if the rates are equal
    State lanes_;             ///< converts several parts of a signal at once, one per channel
};

} // namespace recital
