// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/filters/voice_filter.h"
#include "support/signals.h"

#include <gtest/gtest.h>

#include <complex>
#include <span>

namespace recital {
namespace {

using namespace testing_support;

constexpr int rate = 22050;

SoundSettings settings(double high_pass, double shelf_gain) {
    SoundSettings settings;
    settings.high_pass = high_pass;
    settings.shelf_gain = shelf_gain;
    return settings;
}

/// What a unit impulse in the middle of silence becomes.
template <typename Filter>
std::vector<float> impulse_response(Filter filter) {
    std::vector<float> impulse(std::size_t{2} * rate);
    impulse[rate] = 1.0F;
    filter(std::span(impulse));
    return impulse;
}

std::vector<float> impulse_response(const VoiceFilter& filter) {
    return impulse_response([&](std::span<float> samples) { filter.process(samples); });
}

std::vector<float> rotated_impulse() {
    return impulse_response([](std::span<float> samples) {
        for (const BiquadCoefficients& coefficients : phase_rotator_sections(rate)) {
            Biquad section(coefficients);
            for (float& sample : samples) {
                sample = static_cast<float>(section.filter(sample));
            }
        }
    });
}

/// Of a filter with that impulse response.
std::complex<double> frequency_response(const std::vector<float>& impulse, double frequency) {
    std::complex<double> sum = 0;
    for (std::size_t n = 0; n < impulse.size(); ++n) {
        const double turns = frequency * (static_cast<double>(n) - rate) / rate;
        sum += static_cast<double>(impulse[n]) * std::polar(1.0, -2 * std::numbers::pi * turns);
    }
    return sum;
}

double gain(const std::vector<float>& impulse, double frequency) {
    return to_decibel(std::abs(frequency_response(impulse, frequency)));
}

/// tan(pi f / rate): what the bilinear transform makes of a frequency.
double warped(double frequency) {
    return std::tan(std::numbers::pi * frequency / rate);
}

TEST(VoiceFilter, RemovesRumbleLikeAZeroPhaseLinkwitzRileyFilter) {
    const auto filtered = impulse_response(VoiceFilter(settings(60, 0), rate));
    const auto rotated = rotated_impulse();
    for (const double frequency : {10.0, 20.0, 40.0, 60.0, 80.0, 120.0, 300.0, 1000.0, 9000.0}) {
        // Butterworth of second order, twice: twice |H|, which is 1 / sqrt(1 + (fc/f)^4).
        const double theory = -20 * std::log10(1 + std::pow(warped(60) / warped(frequency), 4));
        EXPECT_NEAR(gain(filtered, frequency), theory, 0.05) << frequency << " Hz";
        if (frequency >= 40) {
            const auto beside =
                frequency_response(filtered, frequency) / frequency_response(rotated, frequency);
            EXPECT_NEAR(std::arg(beside), 0.0, 0.01) << frequency << " Hz";
        }
    }
}

TEST(VoiceFilter, RemovesAnOffsetFromTheFirstSample) {
    const VoiceFilter filter(settings(60, -2.5), rate);
    std::vector<float> offset(500, 0.25F);
    filter.process(offset);
    for (const float sample : offset) {
        ASSERT_NEAR(sample, 0.0F, 1e-6);
    }
    std::vector<float> none;
    filter.process(none);
    EXPECT_TRUE(none.empty());
}

TEST(VoiceFilter, AttenuatesTheTrebleAccordingToItsFormula) {
    const double gain_decibel = -2.5;
    const auto shelved = impulse_response(VoiceFilter(settings(20, gain_decibel), rate));
    const double amplitude = std::pow(10.0, gain_decibel / 40);
    for (const double frequency : {300.0, 1000.0, 2000.0, 3500.0, 5000.0, 8000.0, 10500.0}) {
        // H(s) = A (A s^2 + sqrt(A)/Q s + 1) / (s^2 + sqrt(A)/Q s + A) with Q = 1/sqrt(2), s = j f/f0.
        const std::complex<double> s(0, warped(frequency) / warped(3500));
        const double slope = std::sqrt(amplitude) * std::numbers::sqrt2;
        const auto theory =
            amplitude * (amplitude * s * s + slope * s + 1.0) / (s * s + slope * s + amplitude);
        EXPECT_NEAR(gain(shelved, frequency), to_decibel(std::abs(theory)), 0.01) << frequency << " Hz";
    }
    EXPECT_NEAR(gain(shelved, 3500), gain_decibel / 2, 0.01);
    EXPECT_NEAR(gain(shelved, 11000), gain_decibel, 0.01);
}

TEST(PhaseRotator, KeepsTheLevelOfEveryFrequency) {
    const auto rotated = rotated_impulse();
    for (const double frequency : {50.0, 218.0, 338.0, 1000.0, 2216.0, 5000.0, 10000.0}) {
        EXPECT_NEAR(gain(rotated, frequency), 0.0, 0.01) << frequency << " Hz";
    }
}

TEST(PhaseRotator, SpreadsAPulseInaudibly) {
    const auto rotated = rotated_impulse();
    EXPECT_LT(std::abs(*std::max_element(rotated.begin(), rotated.end())), 0.75F);
    double late = 0;
    for (std::size_t n = rate + rate / 50; n < rotated.size(); ++n) {
        late += static_cast<double>(rotated[n]) * rotated[n];
    }
    EXPECT_LT(late, 1e-3) << "energy later than 20 ms";
}

} // namespace
} // namespace recital
