// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/filters/resampler.h"

#include "base/error.h"

#include <fmt/format.h>
#include <samplerate.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace recital {

namespace {

int converter_type(std::string_view converter) {
    if (converter == "best") {
        return SRC_SINC_BEST_QUALITY;
    }
    return converter == "medium" ? SRC_SINC_MEDIUM_QUALITY : SRC_SINC_FASTEST;
}

/// Channels that the library converts at once: it computes each filter coefficient once for all of them,
/// which is most of its work, so that four cost little more than one.
constexpr std::size_t lanes = 4;

/// Samples on either side of a sample that the longest filter ("best") covers if the rate does not decrease.
constexpr double max_reach = 146;

std::size_t up_to_multiple(std::size_t value, std::size_t unit) {
    return (value + unit - 1) / unit * unit;
}

std::size_t output_size(std::size_t input_size, std::size_t input_period, std::size_t output_period) {
    return (input_size * output_period + input_period - 1) / input_period;
}

void require(int status) {
    if (status != 0) {
        throw Error(ErrorKind::engine,
                    fmt::format("the sample rate cannot be converted: {}", src_strerror(status)));
    }
}

} // namespace

void Resampler::Free::operator()(SRC_STATE_tag* state) const {
    src_delete(state);
}

Resampler::State Resampler::make_state(std::string_view converter, int channels) {
    int status = 0;
    State state(src_new(converter_type(converter), channels, &status));
    require(status);
    return state;
}

Resampler::Resampler(std::string_view converter, int input_rate, int output_rate)
    : input_period_(static_cast<std::size_t>(input_rate / std::gcd(input_rate, output_rate))),
      output_period_(static_cast<std::size_t>(output_rate / std::gcd(input_rate, output_rate))) {
    if (input_rate == output_rate) {
        return;
    }
    whole_ = make_state(converter, 1);
    lanes_ = make_state(converter, static_cast<int>(lanes));
    const double widening = std::max(1.0, static_cast<double>(input_rate) / output_rate);
    const auto reach = static_cast<std::size_t>(std::ceil(max_reach * widening));
    context_ = up_to_multiple(reach, input_period_);
}

std::vector<float> Resampler::convert(std::span<const float> input) {
    if (whole_ == nullptr) {
        return {input.begin(), input.end()};
    }
    const std::size_t step = up_to_multiple((input.size() + lanes - 1) / lanes, input_period_);
    // Lanes take the filter's context twice each: short signals are better off in one piece.
    if (lanes * (step + 2 * context_) < 2 * input.size()) {
        return convert_in_lanes(input, step);
    }
    return process(whole_, input, 1, output_size(input.size(), input_period_, output_period_));
}

std::vector<float> Resampler::convert_in_lanes(std::span<const float> input, std::size_t step) {
    const std::size_t length = step + 2 * context_;
    std::vector<float> frames(length * lanes);
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        // Before and after the signal is silence.
        const std::size_t first = lane == 0 ? context_ : 0;
        const std::size_t start = lane * step + first - context_;
        const std::size_t count = std::min(length - first, input.size() - std::min(start, input.size()));
        for (std::size_t n = 0; n < count; ++n) {
            frames[(first + n) * lanes + lane] = input[start + n];
        }
    }
    const std::size_t skipped = context_ / input_period_ * output_period_;
    const std::size_t kept = step / input_period_ * output_period_;
    const std::vector<float> converted = process(lanes_, frames, lanes, skipped + kept);
    std::vector<float> output(output_size(input.size(), input_period_, output_period_));
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        const std::size_t end = std::min((lane + 1) * kept, output.size());
        for (std::size_t n = lane * kept; n < end; ++n) {
            output[n] = converted[(skipped + n - lane * kept) * lanes + lane];
        }
    }
    return output;
}

std::vector<float> Resampler::process(State& state, std::span<const float> frames, std::size_t channels,
                                      std::size_t count) const {
    std::vector<float> output(count * channels);
    require(src_reset(state.get()));
    SRC_DATA data{};
    data.data_in = frames.data();
    data.input_frames = static_cast<long>(frames.size() / channels);
    data.data_out = output.data();
    data.output_frames = static_cast<long>(count);
    data.src_ratio = static_cast<double>(output_period_) / static_cast<double>(input_period_);
    data.end_of_input = 1;
    require(src_process(state.get(), &data));
    output.resize(static_cast<std::size_t>(data.output_frames_gen) * channels);
    return output;
}

} // namespace recital
