// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/filters/biquad.h"

#include <cmath>
#include <numbers>

namespace recital {

namespace {

/// The intermediate values that the formulae share.
struct Angle {
    Angle(double frequency, double rate)
        : cosine(std::cos(2 * std::numbers::pi * frequency / rate)),
          sine(std::sin(2 * std::numbers::pi * frequency / rate)) {}

    double cosine;
    double sine;
};

BiquadCoefficients normalised(double b0, double b1, double b2, double a0, double a1, double a2) {
    return {b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0};
}

} // namespace

BiquadCoefficients high_pass_section(double frequency, double quality, double rate) {
    const Angle angle(frequency, rate);
    const double alpha = angle.sine / (2 * quality);
    const double sum = 1 + angle.cosine;
    return normalised(sum / 2, -sum, sum / 2, 1 + alpha, -2 * angle.cosine, 1 - alpha);
}

BiquadCoefficients low_pass_section(double frequency, double quality, double rate) {
    const Angle angle(frequency, rate);
    const double alpha = angle.sine / (2 * quality);
    const double difference = 1 - angle.cosine;
    return normalised(difference / 2, difference, difference / 2, 1 + alpha, -2 * angle.cosine, 1 - alpha);
}

BiquadCoefficients all_pass_section(double frequency, double quality, double rate) {
    const Angle angle(frequency, rate);
    const double alpha = angle.sine / (2 * quality);
    return normalised(1 - alpha, -2 * angle.cosine, 1 + alpha, 1 + alpha, -2 * angle.cosine, 1 - alpha);
}

BiquadCoefficients high_shelf_section(double frequency, double gain, double rate) {
    const Angle angle(frequency, rate);
    const double amplitude = std::pow(10.0, gain / 40);
    const double slope = std::numbers::sqrt2 * angle.sine * std::sqrt(amplitude); // 2 sqrt(A) alpha at S = 1
    const double sum = amplitude + 1;
    const double difference = amplitude - 1;
    const double cosine = angle.cosine;
    return normalised(amplitude * (sum + difference * cosine + slope),
                      -2 * amplitude * (difference + sum * cosine),
                      amplitude * (sum + difference * cosine - slope), sum - difference * cosine + slope,
                      2 * (difference - sum * cosine), sum - difference * cosine - slope);
}

void Biquad::settle(double value) {
    const double result = value * (c_.b0 + c_.b1 + c_.b2) / (1 + c_.a1 + c_.a2);
    second_ = c_.b2 * value - c_.a2 * result;
    first_ = c_.b1 * value - c_.a1 * result + second_;
}

} // namespace recital
