// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/level/decibel.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <random>
#include <span>
#include <vector>

namespace recital::testing_support {

inline std::vector<float> sine(double frequency, double amplitude, int rate, double seconds,
                               double phase = 0) {
    std::vector<float> samples(static_cast<std::size_t>(std::llround(seconds * rate)));
    for (std::size_t n = 0; n < samples.size(); ++n) {
        const double turns = frequency * static_cast<double>(n) / rate;
        samples[n] = static_cast<float>(amplitude * std::sin(2 * std::numbers::pi * turns + phase));
    }
    return samples;
}

/// White noise between -amplitude and amplitude; the same seed gives the same noise.
inline std::vector<float> noise(std::size_t count, double amplitude, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::vector<float> samples(count);
    std::generate(samples.begin(), samples.end(), [&] {
        const double unit = static_cast<double>(random()) / static_cast<double>(std::mt19937::max());
        return static_cast<float>(amplitude * (2 * unit - 1));
    });
    return samples;
}

/// The signal with frequencies above about a fifth of the rate taken away, as speech has little there.
inline std::vector<float> smoothed(std::vector<float> samples) {
    for (int pass = 0; pass < 4; ++pass) {
        for (std::size_t n = samples.size(); n-- > 1;) {
            samples[n] = (samples[n] + samples[n - 1]) / 2;
        }
    }
    return samples;
}

inline double rms(std::span<const float> samples) {
    double sum = 0;
    for (const float sample : samples) {
        sum += static_cast<double>(sample) * sample;
    }
    return std::sqrt(sum / static_cast<double>(samples.size()));
}

inline double level(std::span<const float> samples) {
    return to_decibel(rms(samples));
}

inline std::vector<std::int16_t> to_16_bit(std::span<const float> samples) {
    std::vector<std::int16_t> result(samples.size());
    std::transform(samples.begin(), samples.end(), result.begin(),
                   [](float sample) { return static_cast<std::int16_t>(std::lrint(sample * 32767.0F)); });
    return result;
}

/// Highest absolute value on and between the samples: eight points a sample by plain sinc interpolation over
/// `reach` samples on either side, in double precision.
inline double brute_force_true_peak(std::span<const float> samples, std::ptrdiff_t reach) {
    constexpr int oversampling = 8;
    const std::ptrdiff_t count = std::ssize(samples);
    double peak = 0;
    for (std::ptrdiff_t n = 0; n < count; ++n) {
        peak = std::max(peak, std::abs(static_cast<double>(samples[static_cast<std::size_t>(n)])));
        for (int point = 1; point < oversampling; ++point) {
            const double fraction = static_cast<double>(point) / oversampling;
            const double numerator = std::sin(std::numbers::pi * fraction) / std::numbers::pi;
            double value = 0;
            for (std::ptrdiff_t k = std::max<std::ptrdiff_t>(0, n - reach); k < std::min(count, n + reach);
                 ++k) {
                // sin(pi (f - m)) is sin(pi f) with the sign of (-1)^m
                const double term = static_cast<double>(samples[static_cast<std::size_t>(k)]) /
                                    (fraction - static_cast<double>(k - n));
                value += ((k - n) % 2 == 0) ? term : -term;
            }
            peak = std::max(peak, std::abs(value * numerator));
        }
    }
    return peak;
}

} // namespace recital::testing_support
