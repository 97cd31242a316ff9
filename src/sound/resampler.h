// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

    /// Converts a whole signal by itself, without delay: output sample n stands at n / output_rate seconds.
    [[nodiscard]] std::vector<float> convert(std::span<const float> input);

private:
    struct Free {
        void operator()(SRC_STATE_tag* state) const;
    };
    std::unique_ptr<SRC_STATE_tag, Free> state_; ///< null where the rates are equal
    double ratio_;
};

} // namespace recital
