// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/pauses/room_tone.h"

#include "dsp/level/decibel.h"

#include <cmath>

namespace recital {

namespace {

/// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
std::uint64_t next(std::uint64_t& state) {
    state += 0x9E3779B97F4A7C15U;
    std::uint64_t value = state;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31U);
}

constexpr int widest_white_rate = 24000;    // Hz
constexpr double low_pass_frequency = 8000; // Hz

/// The two sections of a Butterworth filter of fourth order: 1 / (2 cos(pi/8)) and 1 / (2 cos(3 pi/8)).
constexpr std::array<double, 2> low_pass_qualities = {0.54119610014619698, 1.3065629648763766};

std::array<Biquad, 2> make_low_pass(int rate) {
    return {Biquad(low_pass_section(low_pass_frequency, low_pass_qualities[0], rate)),
            Biquad(low_pass_section(low_pass_frequency, low_pass_qualities[1], rate))};
}

/// RMS of white noise of RMS 1 after the low-pass: the root of the energy of its impulse response.
double low_pass_gain(int rate) {
    constexpr int settled = 1024; // samples
    auto low_pass = make_low_pass(rate);
    double energy = 0;
    for (int n = 0; n < settled; ++n) {
        const double value = low_pass[1].filter(low_pass[0].filter(n == 0 ? 1.0 : 0.0));
        energy += value * value;
    }
    return std::sqrt(energy);
}

} // namespace

RoomTone::RoomTone(double level, int rate, std::uint64_t seed)
    // The sum of two uniform integers of [-2^31, 2^31) has a standard deviation of 2^31 * sqrt(2/3).
    : scale_(from_decibel(level) / (std::ldexp(1.0, 31) * std::sqrt(2.0 / 3.0))), state_(seed) {
    if (rate > widest_white_rate) {
        low_pass_ = make_low_pass(rate);
        scale_ /= low_pass_gain(rate);
    }
}

void RoomTone::add_to(std::span<float> samples) {
    for (float& sample : samples) {
        const std::uint64_t random = next(state_);
        const auto first = static_cast<std::int32_t>(random);
        const auto second = static_cast<std::int32_t>(random >> 32U);
        double value = scale_ * (static_cast<double>(first) + static_cast<double>(second));
        if (low_pass_) {
            value = (*low_pass_)[1].filter((*low_pass_)[0].filter(value));
        }
        sample += static_cast<float>(value);
    }
}

} // namespace recital
