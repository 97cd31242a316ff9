// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/pauses/silence.h"

#include "dsp/level/decibel.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace recital {

namespace {

constexpr float silence_threshold = 0.0015F; // -56 dBFS; what the engine says is 15 dB above it at least
constexpr double min_silence_seconds = 0.015;
constexpr double unheard_level = -58; // dBFS in the delivered file; allowed step at a border
constexpr double unheard_step = -52;  // dBFS; room tone will be added
constexpr double fade_in_seconds = 0.002;
constexpr double fade_out_seconds = 0.0045;

/// How a fade rises with its phase, from 0 to 1.
using FadeShape = double (*)(double phase);

/// A raised cosine squared: it starts softly even before the burst of a plosive.
double soft_start(double phase) {
    const double raised = 0.5 - 0.5 * std::cos(std::numbers::pi * phase);
    return raised * raised;
}

/// A constant number of decibels per sample: a sibilant is noise and would otherwise become inaudible within
/// a few samples.
double even_decay(double phase) {
    constexpr double range = 6.9; // 60 dB as a natural logarithm
    return std::expm1(range * phase) / std::expm1(range);
}

/// Fades of one kind.
struct Fade {
    FadeShape shape;
    std::ptrdiff_t length; ///< samples
    float unheard;         ///< the level below which nothing is heard of the signal
    float step;            ///< how far apart two samples may be where it comes out of that

    /// The gain of sample `n` of a fade of `length` samples: above 0 and below 1.
    [[nodiscard]] float weight(std::ptrdiff_t n) const {
        return static_cast<float>(shape((static_cast<double>(n) + 0.5) / static_cast<double>(length)));
    }
};

/// The position at which sound that is faded in from its start rises out of silence with a step; 0 if it
/// rises without one.
template <typename Iterator>
std::ptrdiff_t late_onset(Iterator first, Iterator last, const Fade& fade) {
    float before = 0;
    float loudest = 0;
    for (std::ptrdiff_t n = 0; n < last - first && loudest <= fade.unheard; ++n) {
        const float faded = n < fade.length ? first[n] * fade.weight(n) : first[n];
        if (std::abs(faded - before) > fade.step) {
            return n;
        }
        before = faded;
        loudest = std::max(loudest, std::abs(faded));
    }
    return 0;
}

/// Fades in the samples of [first, last); with reverse iterators it fades out. If a faint sound precedes a
/// sudden onset, the fade would be nearly over at the onset: it then starts at the onset, and the inaudible
/// sound before it is dropped.
template <typename Iterator>
void fade_in(Iterator first, Iterator last, const Fade& longest) {
    const auto fade = [&] {
        Fade fitting = longest;
        fitting.length = std::min(longest.length, (last - first) / 2);
        return fitting;
    };
    while (const std::ptrdiff_t onset = late_onset(first, last, fade())) {
        std::fill_n(first, onset, 0.0F);
        first += onset;
    }
    const Fade applied = fade();
    for (std::ptrdiff_t n = 0; n < applied.length; ++n) {
        first[n] *= applied.weight(n);
    }
}

} // namespace

std::vector<Silence> find_silences(std::span<const float> samples, int rate) {
    const auto shortest = static_cast<std::size_t>(min_silence_seconds * rate);
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

void fade_at_silences(std::span<float> samples, std::span<const Silence> silences, int rate, double gain) {
    const auto make_fade = [&](FadeShape shape, double seconds) {
        return Fade{shape, std::lround(seconds * rate),
                    static_cast<float>(from_decibel(unheard_level - gain)),
                    static_cast<float>(from_decibel(unheard_step - gain))};
    };
    const Fade start = make_fade(soft_start, fade_in_seconds);
    const Fade end = make_fade(even_decay, fade_out_seconds);
    const auto fade_ends = [&](std::span<float> heard) {
        fade_in(heard.begin(), heard.end(), start);
        fade_in(heard.rbegin(), heard.rend(), end);
    };
    std::size_t heard = 0;
    for (const Silence& silence : silences) {
        fade_ends(samples.subspan(heard, silence.first - heard));
        std::fill_n(samples.begin() + static_cast<std::ptrdiff_t>(silence.first), silence.length(), 0.0F);
        heard = silence.last;
    }
    fade_ends(samples.subspan(heard));
}

} // namespace recital
