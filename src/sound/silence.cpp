// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/silence.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace recital {

namespace {

constexpr float silence_threshold = 0.0015F; // -56 dBFS; what the engine says is 15 dB above it at least
constexpr double shortest_silence_seconds = 0.015;
constexpr double fade_in_seconds = 0.002;
constexpr double fade_out_seconds = 0.0045;

/// Weight of sample `n` of a fade over `length` samples, rising from above 0 to below 1: a raised cosine
/// squared, so that it starts softly even in front of the burst of a plosive.
float fade_weight(std::size_t n, std::size_t length) {
    const double phase = (static_cast<double>(n) + 0.5) / static_cast<double>(length);
    const double raised = 0.5 - 0.5 * std::cos(std::numbers::pi * phase);
    return static_cast<float>(raised * raised);
}

void fade_ends(std::span<float> samples, int rate) {
    const auto length = [&](double seconds) {
        return std::min(samples.size() / 2, static_cast<std::size_t>(std::lround(seconds * rate)));
    };
    const std::size_t in = length(fade_in_seconds);
    const std::size_t out = length(fade_out_seconds);
    for (std::size_t n = 0; n < in; ++n) {
        samples[n] *= fade_weight(n, in);
    }
    for (std::size_t n = 0; n < out; ++n) {
        samples[samples.size() - 1 - n] *= fade_weight(n, out);
    }
}

} // namespace

std::vector<Silence> find_silences(std::span<const float> samples, int rate) {
    const auto shortest = static_cast<std::size_t>(shortest_silence_seconds * rate);
    const auto is_heard = [](float sample) { return std::abs(sample) > silence_threshold; };
    std::vector<Silence> silences;
    auto first = samples.begin();
    while (first != samples.end()) {
        const auto last = std::find_if(first, samples.end(), is_heard);
        if (last - first >= static_cast<std::ptrdiff_t>(shortest)) {
            silences.push_back({static_cast<std::size_t>(first - samples.begin()),
                                static_cast<std::size_t>(last - samples.begin())});
        }
        first = std::find_if_not(last, samples.end(), is_heard);
    }
    return silences;
}

void fade_at_silences(std::span<float> samples, std::span<const Silence> silences, int rate) {
    std::size_t heard = 0;
    for (const Silence& silence : silences) {
        fade_ends(samples.subspan(heard, silence.first - heard), rate);
        std::fill_n(samples.begin() + static_cast<std::ptrdiff_t>(silence.first), silence.length(), 0.0F);
        heard = silence.last;
    }
    fade_ends(samples.subspan(heard), rate);
}

} // namespace recital
