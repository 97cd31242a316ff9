// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/silence.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace recital {

namespace {

constexpr float silence_threshold = 0.0015F; // -56 dBFS; what the engine says is 15 dB above it at least
constexpr double shortest_silence_seconds = 0.015;
constexpr float unheard = 0.0006F;      // -64 dBFS
constexpr float unheard_step = 0.0011F; // -59 dBFS: with a voice's gain still below -50
constexpr double fade_in_seconds = 0.002;
constexpr double fade_out_seconds = 0.0045;

/// Weight of sample `n` of a fade over `length` samples, rising from above 0 to below 1: a raised cosine
/// squared, so that it starts softly even in front of the burst of a plosive.
float fade_weight(std::ptrdiff_t n, std::ptrdiff_t length) {
    const double phase = (static_cast<double>(n) + 0.5) / static_cast<double>(length);
    const double raised = 0.5 - 0.5 * std::cos(std::numbers::pi * phase);
    return static_cast<float>(raised * raised);
}

/// Where sound that is faded over `length` samples from its start on comes out of silence with a step; 0
/// where it rises without one.
template <typename Iterator>
std::ptrdiff_t late_onset(Iterator first, Iterator last, std::ptrdiff_t length) {
    float before = 0;
    float loudest = 0;
    for (std::ptrdiff_t n = 0; n < last - first && loudest <= unheard; ++n) {
        const float faded = n < length ? first[n] * fade_weight(n, length) : first[n];
        if (std::abs(faded - before) > unheard_step) {
            return n;
        }
        before = faded;
        loudest = std::max(loudest, std::abs(faded));
    }
    return 0;
}

/// Fades the sound of [first, last) in; with reverse iterators, out. Where the voice whispers before a sudden
/// onset, the fade would be far on or over when that comes: it starts at the onset, and what was not heard
/// before is dropped.
template <typename Iterator>
void fade(Iterator first, Iterator last, double seconds, int rate) {
    const auto length = [&] {
        return std::min<std::ptrdiff_t>((last - first) / 2, std::lround(seconds * rate));
    };
    while (const std::ptrdiff_t onset = late_onset(first, last, length())) {
        std::fill_n(first, onset, 0.0F);
        first += onset;
    }
    for (std::ptrdiff_t n = 0, count = length(); n < count; ++n) {
        first[n] *= fade_weight(n, count);
    }
}

void fade_ends(std::span<float> samples, int rate) {
    fade(samples.begin(), samples.end(), fade_in_seconds, rate);
    fade(samples.rbegin(), samples.rend(), fade_out_seconds, rate);
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
