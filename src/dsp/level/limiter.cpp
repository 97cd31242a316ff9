// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/level/limiter.h"

#include "dsp/level/decibel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace recital {

namespace {

constexpr double look_ahead_seconds = 0.005;
constexpr double release_seconds = 0.060;

constexpr std::size_t oversampling = 4;
constexpr std::size_t taps =
    16; // of each phase, half of them on either side of the point between two samples
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

/// The most that a parabola adds: 1 / cos(pi / 8) between points an eighth of a turn apart.
constexpr float max_refinement = 1.09F;

/// How far a point between samples can exceed the largest of the samples around it: the filters' largest L1
/// norm, refined.
float overshoot_bound() {
    float bound = 1;
    for (const auto& filter : filters()) {
        float norm = 0;
        for (const float tap : filter) {
            norm += std::abs(tap);
        }
        bound = std::max(bound, norm);
    }
    return bound * max_refinement;
}

/// The top of the parabola through three points of which the middle one is the highest.
float refined_peak(float before, float middle, float after) {
    const float curvature = 2 * middle - before - after;
    const float slope = after - before;
    return curvature > 0 ? middle + slope * slope / (8 * curvature) : middle;
}

/// The absolute signal at every quarter of a sample, from one sample before a block to the one after it.
using Points = std::array<float, (block + 2) * oversampling>;

/// `window` starts taps/2 samples before the block.
Points oversample(const float* window) {
    Points points{};
    for (std::size_t n = 0; n < block + 2; ++n) {
        points[n * oversampling] = std::abs(window[n + taps / 2 - 1]);
    }
    for (std::size_t phase = 1; phase < oversampling; ++phase) {
        const auto& filter = filters()[phase - 1];
        std::array<float, block + 1> values{};
        for (std::size_t tap = 0; tap < taps; ++tap) {
            for (std::size_t n = 0; n < block + 1; ++n) {
                values[n] += filter[tap] * window[n + tap];
            }
        }
        for (std::size_t n = 0; n < block + 1; ++n) {
            points[n * oversampling + phase] = std::abs(values[n]);
        }
    }
    return points;
}

/// The highest value on sample n of the block and between it and the next one.
float peak_of(const Points& points, std::size_t n) {
    float peak = 0;
    for (std::size_t phase = 0; phase < oversampling; ++phase) {
        const float* point = &points[(n + 1) * oversampling + phase];
        const bool top = point[0] >= point[-1] && point[0] >= point[1];
        peak = std::max(peak, top ? refined_peak(point[-1], point[0], point[1]) : point[0]);
    }
    return peak;
}

/// A gain above this counts as 1: the difference is a thousandth of a dB.
constexpr float at_rest_gain = 0.9999F;

/// The first sample from `n` on that is to be turned down, or their number.
std::size_t next_reduction(std::span<const float> gain, std::size_t n) {
    const auto rest = gain.subspan(n);
    const auto reduced = std::find_if(rest.begin(), rest.end(), [](float value) { return value < 1.0F; });
    return n + static_cast<std::size_t>(reduced - rest.begin());
}

/// Calls `visit(n, peak)` for each sample n around which the signal may exceed `threshold`.
template <typename Visitor>
void visit_peaks(std::span<const float> samples, float threshold, Visitor visit) {
    const float harmless = threshold / overshoot_bound();
    constexpr std::size_t before = taps / 2;
    std::vector<float> padded;
    padded.reserve(samples.size() + 2 * taps + block);
    padded.resize(before);
    padded.insert(padded.end(), samples.begin(), samples.end());
    padded.resize(samples.size() + 2 * taps + block);
    for (std::size_t start = 0; start < samples.size(); start += block) {
        float loudest = 0;
        for (std::size_t n = start; n < start + block + taps; ++n) {
            loudest = std::max(loudest, std::abs(padded[n]));
        }
        if (loudest <= harmless) {
            continue;
        }
        const Points points = oversample(&padded[start]);
        if (*std::max_element(points.begin(), points.end()) * max_refinement <= threshold) {
            continue;
        }
        const std::size_t end = std::min(start + block, samples.size());
        for (std::size_t n = start; n < end; ++n) {
            visit(n, peak_of(points, n - start));
        }
    }
}

} // namespace

GainReductionStats& GainReductionStats::operator+=(const GainReductionStats& other) {
    max_gain_reduction = std::max(max_gain_reduction, other.max_gain_reduction);
    samples_over_3_db += other.samples_over_3_db;
    return *this;
}

TruePeakLimiter::TruePeakLimiter(int rate, double ceiling)
    : ceiling_(static_cast<float>(from_decibel(ceiling))),
      look_ahead_(std::max<std::size_t>(1, static_cast<std::size_t>(look_ahead_seconds * rate))),
      release_(static_cast<float>(1.0 - std::exp(-1.0 / (release_seconds * rate)))) {}

std::vector<float> TruePeakLimiter::held_gain(std::span<const float> samples) const {
    std::vector<float> gain(samples.size(), 1.0F);
    bool too_loud = false;
    visit_peaks(samples, ceiling_, [&](std::size_t n, float peak) {
        if (peak <= ceiling_) {
            return;
        }
        too_loud = true;
        const std::size_t first = n + 1 < look_ahead_ ? 0 : n + 1 - look_ahead_;
        const std::size_t last =
            std::min(n + 1, gain.size() - 1); // a peak between two samples needs both turned down
        for (std::size_t k = first; k <= last; ++k) {
            gain[k] = std::min(gain[k], ceiling_ / peak);
        }
    });
    return too_loud ? gain : std::vector<float>();
}

GainReductionStats TruePeakLimiter::process(std::span<float> samples) const {
    std::vector<float> gain = held_gain(samples);
    if (gain.empty()) {
        return {};
    }
    GainReductionStats work;
    const double three_decibels = from_decibel(-3);
    const double share = 1.0 / static_cast<double>(look_ahead_);
    double min = 1;
    double sum = 0; // of the released gain over the look-ahead
    float released = 1;
    std::size_t at_rest = look_ahead_; // for how many samples the released gain has been 1
    for (std::size_t n = 0; n < samples.size(); ++n) {
        if (at_rest >= look_ahead_) {
            n = next_reduction(gain, n);
            if (n == samples.size()) {
                break;
            }
            sum = static_cast<double>(std::min(n, look_ahead_));
        }
        released = std::min(gain[n], released + (1.0F - released) * release_);
        released = released > at_rest_gain && gain[n] == 1.0F ? 1.0F : released;
        at_rest = released == 1.0F ? at_rest + 1 : 0;
        gain[n] = released;
        sum += released;
        if (n >= look_ahead_) {
            sum -= gain[n - look_ahead_];
        }
        const double smoothed = n < look_ahead_ ? sum / static_cast<double>(n + 1) : sum * share;
        samples[n] *= static_cast<float>(smoothed);
        min = std::min(min, smoothed);
        work.samples_over_3_db += smoothed < three_decibels ? 1U : 0U;
    }
    work.max_gain_reduction = -to_decibel(min);
    return work;
}

double true_peak_of(std::span<const float> samples) {
    float peak = 0;
    visit_peaks(samples, 0.0F, [&](std::size_t, float value) { peak = std::max(peak, value); });
    return peak;
}

} // namespace recital
