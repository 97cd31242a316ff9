// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/limiter.h"

#include "sound/decibel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <numbers>

namespace recital {

namespace {

constexpr double look_ahead_seconds = 0.005;
constexpr double release_seconds = 0.060;

constexpr std::size_t oversampling = 4;
constexpr std::size_t taps = 16; // of each phase, half of them on either side of the point between two samples
constexpr std::size_t block = 64;

/// One fractional-delay filter for each of the points 1/4, 2/4 and 3/4 of the way between two samples.
using PhaseFilters = std::array<std::array<float, taps>, oversampling - 1>;

PhaseFilters make_filters() {
    PhaseFilters filters{};
    for (std::size_t phase = 1; phase < oversampling; ++phase) {
        const double fraction = static_cast<double>(phase) / oversampling;
        double sum = 0;
        std::array<double, taps> taps_of_phase{};
        for (std::size_t tap = 0; tap < taps; ++tap) {
            const double distance = fraction - (static_cast<double>(tap) - (taps / 2.0 - 1));
            const double sinc = std::sin(std::numbers::pi * distance) / (std::numbers::pi * distance);
            const double window = std::cos(std::numbers::pi * distance / taps); // squared: a Hann window
            taps_of_phase[tap] = sinc * window * window;
            sum += taps_of_phase[tap];
        }
        for (std::size_t tap = 0; tap < taps; ++tap) {
            filters[phase - 1][tap] = static_cast<float>(taps_of_phase[tap] / sum);
        }
    }
    return filters;
}

const PhaseFilters& filters() {
    static const PhaseFilters made = make_filters();
    return made;
}

/// How far a point between samples can exceed the largest of the samples around it: the filters' largest L1 norm.
float overshoot_bound() {
    float bound = 1;
    for (const auto& filter : filters()) {
        float norm = 0;
        for (const float tap : filter) {
            norm += std::abs(tap);
        }
        bound = std::max(bound, norm);
    }
    return bound;
}

/// Highest absolute value on sample `n` and between it and the next one. `window` starts taps/2 - 1 samples before n.
float peak_around(const float* window) {
    float peak = std::abs(window[taps / 2 - 1]);
    for (const auto& filter : filters()) {
        float value = 0;
        for (std::size_t tap = 0; tap < taps; ++tap) {
            value += filter[tap] * window[tap];
        }
        peak = std::max(peak, std::abs(value));
    }
    return peak;
}

/// Calls `visit(n, peak)` for each sample n around which the signal may exceed `threshold`.
template <typename Visitor>
void visit_peaks(std::span<const float> samples, float threshold, Visitor visit) {
    const float harmless = threshold / overshoot_bound();
    constexpr std::size_t before = taps / 2 - 1;
    std::vector<float> padded(samples.size() + taps + block);
    std::copy(samples.begin(), samples.end(), padded.begin() + before);
    for (std::size_t start = 0; start < samples.size(); start += block) {
        const auto first = padded.begin() + static_cast<std::ptrdiff_t>(start);
        const bool quiet = std::all_of(first, first + block + taps,
                                       [harmless](float sample) { return std::abs(sample) <= harmless; });
        if (quiet) {
            continue;
        }
        const std::size_t end = std::min(start + block, samples.size());
        for (std::size_t n = start; n < end; ++n) {
            visit(n, peak_around(&padded[n]));
        }
    }
}

/// For each n the least of values[n] ... values[n + window - 1] (Lemire: Streaming maximum-minimum filter, 2006).
std::vector<float> sliding_minimum(const std::vector<float>& values, std::size_t window) {
    std::vector<float> result(values.size());
    std::deque<std::size_t> candidates; // indices of increasing values, the least in front
    for (std::size_t n = values.size(); n-- > 0;) {
        while (!candidates.empty() && values[candidates.back()] >= values[n]) {
            candidates.pop_back();
        }
        candidates.push_back(n);
        while (candidates.front() >= n + window) {
            candidates.pop_front();
        }
        result[n] = values[candidates.front()];
    }
    return result;
}

} // namespace

TruePeakLimiter::TruePeakLimiter(int rate, double ceiling)
    : ceiling_(static_cast<float>(from_decibel(ceiling))),
      look_ahead_(std::max<std::size_t>(1, static_cast<std::size_t>(look_ahead_seconds * rate))),
      release_(static_cast<float>(1.0 - std::exp(-1.0 / (release_seconds * rate)))) {}

std::vector<float> TruePeakLimiter::required_gain(std::span<const float> samples) const {
    std::vector<float> gain(samples.size(), 1.0F);
    visit_peaks(samples, ceiling_, [&](std::size_t n, float peak) {
        if (peak > ceiling_) {
            const float needed = ceiling_ / peak;
            gain[n] = std::min(gain[n], needed);
            if (n + 1 < gain.size()) {
                gain[n + 1] = std::min(gain[n + 1], needed);
            }
        }
    });
    return gain;
}

LimiterWork TruePeakLimiter::process(std::span<float> samples) const {
    const std::vector<float> required = required_gain(samples);
    if (std::all_of(required.begin(), required.end(), [](float gain) { return gain == 1.0F; })) {
        return {};
    }
    std::vector<float> gain = sliding_minimum(required, look_ahead_);
    for (std::size_t n = 1; n < gain.size(); ++n) {
        gain[n] = std::min(gain[n], gain[n - 1] + (1.0F - gain[n - 1]) * release_);
    }

    LimiterWork work;
    double least = 1;
    double sum = 0;
    const double three_decibels = from_decibel(-3);
    for (std::size_t n = 0; n < samples.size(); ++n) {
        sum += gain[n];
        if (n >= look_ahead_) {
            sum -= gain[n - look_ahead_];
        }
        const double smoothed = sum / static_cast<double>(std::min(n + 1, look_ahead_));
        samples[n] *= static_cast<float>(smoothed);
        least = std::min(least, smoothed);
        work.samples_over_3_db += smoothed < three_decibels ? 1U : 0U;
    }
    work.greatest_reduction = -to_decibel(least);
    return work;
}

double true_peak_of(std::span<const float> samples) {
    float peak = 0;
    visit_peaks(samples, 0.0F, [&](std::size_t, float value) { peak = std::max(peak, value); });
    return peak;
}

} // namespace recital
