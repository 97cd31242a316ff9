// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/speech_edges.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace recital {

namespace {

constexpr int silence_threshold = 64; // of 32768; the engine's own offset in silence is about 33
constexpr double kept_margin_seconds = 0.005;
constexpr double fade_in_seconds = 0.001;
constexpr double fade_out_seconds = 0.005;

/// Raised-cosine weight of sample `n` of a fade over `length` samples, rising from above 0 to below 1.
float fade_weight(std::size_t n, std::size_t length) {
    const double phase = (static_cast<double>(n) + 0.5) / static_cast<double>(length);
    return static_cast<float>(0.5 - 0.5 * std::cos(std::numbers::pi * phase));
}

void fade_ends(std::vector<float>& samples, int rate) {
    const auto in = std::min(samples.size(), static_cast<std::size_t>(fade_in_seconds * rate));
    const auto out = std::min(samples.size(), static_cast<std::size_t>(fade_out_seconds * rate));
    for (std::size_t n = 0; n < in; ++n) {
        samples[n] *= fade_weight(n, in);
    }
    for (std::size_t n = 0; n < out; ++n) {
        samples[samples.size() - 1 - n] *= fade_weight(n, out);
    }
}

} // namespace

TrimmedSpeech trim_speech(std::span<const std::int16_t> samples, int rate) {
    const auto is_heard = [](std::int16_t sample) { return std::abs(int{sample}) > silence_threshold; };
    const auto first_heard = std::find_if(samples.begin(), samples.end(), is_heard);
    if (first_heard == samples.end()) {
        return {};
    }
    const auto last_heard = std::find_if(samples.rbegin(), samples.rend(), is_heard);
    const auto margin = static_cast<std::ptrdiff_t>(kept_margin_seconds * rate);
    const auto begin = std::max<std::ptrdiff_t>(0, (first_heard - samples.begin()) - margin);
    const auto end = std::min<std::ptrdiff_t>(std::ssize(samples), (samples.rend() - last_heard) + margin);

    TrimmedSpeech trimmed;
    trimmed.first_sample = static_cast<std::size_t>(begin);
    trimmed.samples.resize(static_cast<std::size_t>(end - begin));
    std::transform(samples.begin() + begin, samples.begin() + end, trimmed.samples.begin(),
                   [](std::int16_t sample) { return static_cast<float>(sample) / 32768.0F; });
    fade_ends(trimmed.samples, rate);
    return trimmed;
}

} // namespace recital
