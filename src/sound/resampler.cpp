// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/resampler.h"

#include "base/error.h"

#include <fmt/format.h>
#include <samplerate.h>

#include <cmath>
#include <cstddef>

namespace recital {

namespace {

int converter_type(std::string_view converter) {
    if (converter == "best") {
        return SRC_SINC_BEST_QUALITY;
    }
    return converter == "medium" ? SRC_SINC_MEDIUM_QUALITY : SRC_SINC_FASTEST;
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

Resampler::Resampler(std::string_view converter, int input_rate, int output_rate)
    : ratio_(static_cast<double>(output_rate) / input_rate) {
    if (input_rate == output_rate) {
        return;
    }
    int status = 0;
    state_.reset(src_new(converter_type(converter), 1, &status));
    require(status);
}

std::vector<float> Resampler::convert(std::span<const float> input) {
    if (state_ == nullptr) {
        return {input.begin(), input.end()};
    }
    const auto expected = static_cast<std::size_t>(std::ceil(static_cast<double>(input.size()) * ratio_));
    std::vector<float> output(expected);
    require(src_reset(state_.get()));
    SRC_DATA data{};
    data.data_in = input.data();
    data.input_frames = static_cast<long>(input.size());
    data.data_out = output.data();
    data.output_frames = static_cast<long>(output.size());
    data.src_ratio = ratio_;
    data.end_of_input = 1;
    require(src_process(state_.get(), &data));
    output.resize(static_cast<std::size_t>(data.output_frames_gen));
    return output;
}

} // namespace recital
