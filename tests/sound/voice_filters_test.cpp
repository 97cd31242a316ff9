// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/voice_filters.h"
#include "support/signals.h"

#include <gtest/gtest.h>

#include <complex>
#include <numeric>

namespace recital {
namespace {

using namespace testing_support;

constexpr int rate = 22050;

/// The response of a filter to a unit impulse in the middle of silence, as a gain in dB at that frequency.
template <typename Filter>
std::complex<double> response(const Filter& filter, double frequency) {
    std::vector<float> impulse(std::size_t{2} * rate);
    impulse[rate] = 1.0F;
    filter.process(impulse);
    std::complex<double> sum = 0;
    for (std::size_t n = 0; n < impulse.size(); ++n) {
        const double turns = frequency * (static_cast<double>(n) - rate) / rate;
        sum += static_cast<double>(impulse[n]) * std::polar(1.0, -2 * std::numbers::pi * turns);
    }
    return sum;
}

template <typename Filter>
double gain(const Filter& filter, double frequency) {
    return to_decibel(std::abs(response(filter, frequency)));
}

/// tan(pi f / rate): what the bilinear transform makes of a frequency.
double warped(double frequency) {
    return std::tan(std::numbers::pi * frequency / rate);
}

TEST(RumbleFilter, HasTheMagnitudeOfALinkwitzRileyFilterAndNoPhase) {
    const RumbleFilter filter(60, rate);
    for (const double frequency : {10.0, 20.0, 40.0, 60.0, 80.0, 120.0, 300.0, 1000.0, 9000.0}) {
        // Butterworth of second order, twice: twice |H|, which is 1 / sqrt(1 + (fc/f)^4).
        const double theory = -20 * std::log10(1 + std::pow(warped(60) / warped(frequency), 4));
        EXPECT_NEAR(gain(filter, frequency), theory, 0.05) << frequency << " Hz";
        if (frequency >= 40) {
            EXPECT_NEAR(std::arg(response(filter, frequency)), 0.0, 0.01) << frequency << " Hz";
        }
    }
}

TEST(RumbleFilter, RemovesAnOffsetFromTheFirstSampleOn) {
    std::vector<float> offset(500, 0.25F);
    RumbleFilter(60, rate).process(offset);
    for (const float sample : offset) {
        ASSERT_NEAR(sample, 0.0F, 1e-6);
    }
    std::vector<float> none;
    RumbleFilter(60, rate).process(none);
    EXPECT_TRUE(none.empty());
}

TEST(RumbleFilter, RaisesNoPeaksOfAVoice) {
    // Pulses of one sign, as a glottis makes them: a causal high-pass would tilt them.
    std::vector<float> pulses(rate);
    for (std::size_t n = 0; n < pulses.size(); ++n) {
        const double phase = std::fmod(static_cast<double>(n) * 110 / rate, 1.0);
        pulses[n] =
            static_cast<float>(phase < 0.4 ? 0.5 - 0.5 * std::cos(2 * std::numbers::pi * phase / 0.4) : 0.0);
    }
    const auto mean = std::accumulate(pulses.begin(), pulses.end(), 0.0) / rate;
    std::vector<float> filtered = pulses;
    RumbleFilter(60, rate).process(filtered);
    const auto middle = std::span(filtered).subspan(rate / 4, rate / 2);
    EXPECT_LE(*std::max_element(middle.begin(), middle.end()), 1.0 - mean + 0.03);
}

TEST(PhaseRotator, ChangesTheLevelOfNothing) {
    const PhaseRotator rotator(rate);
    for (const double frequency : {50.0, 218.0, 338.0, 1000.0, 2216.0, 5000.0, 10000.0}) {
        EXPECT_NEAR(gain(rotator, frequency), 0.0, 0.01) << frequency << " Hz";
    }
}

TEST(PhaseRotator, SpreadsAPulseByNoMoreThanTheEarBridges) {
    std::vector<float> impulse(rate);
    impulse[0] = 1.0F;
    PhaseRotator(rate).process(impulse);
    EXPECT_LT(std::abs(*std::max_element(impulse.begin(), impulse.end())), 0.75F);
    double late = 0;
    for (std::size_t n = rate / 50; n < impulse.size(); ++n) {
        late += static_cast<double>(impulse[n]) * impulse[n];
    }
    EXPECT_LT(late, 1e-3) << "energy later than 20 ms";
}

TEST(TrebleShelf, FollowsItsFormula) {
    const double gain_decibel = -2.5;
    const TrebleShelf shelf(3500, gain_decibel, rate);
    const double amplitude = std::pow(10.0, gain_decibel / 40);
    for (const double frequency : {100.0, 1000.0, 2000.0, 3500.0, 5000.0, 8000.0, 10500.0}) {
        // H(s) = A (A s^2 + sqrt(A)/Q s + 1) / (s^2 + sqrt(A)/Q s + A) with Q = 1/sqrt(2), s = j f/f0.
        const std::complex<double> s(0, warped(frequency) / warped(3500));
        const double slope = std::sqrt(amplitude) * std::numbers::sqrt2;
        const auto theory =
            amplitude * (amplitude * s * s + slope * s + 1.0) / (s * s + slope * s + amplitude);
        EXPECT_NEAR(gain(shelf, frequency), to_decibel(std::abs(theory)), 0.01) << frequency << " Hz";
    }
    EXPECT_NEAR(gain(shelf, 50), 0.0, 0.01);
    EXPECT_NEAR(gain(shelf, 3500), gain_decibel / 2, 0.01);
    EXPECT_NEAR(gain(shelf, 11000), gain_decibel, 0.01);
}

} // namespace
} // namespace recital
