// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace recital {

/// Coefficients of a filter section of second order, normalised to a0 = 1.
struct BiquadCoefficients {
    double b0 = 1;
    double b1 = 0;
    double b2 = 0;
    double a1 = 0;
    double a2 = 0;
};

/// Designs of R. Bristow-Johnson, "Cookbook formulae for audio equalizer biquad filter coefficients" (W3C
/// Working Group Note, 2021). Frequencies in Hz, below half the rate.
[[nodiscard]] BiquadCoefficients high_pass_section(double frequency, double quality, double rate);
[[nodiscard]] BiquadCoefficients low_pass_section(double frequency, double quality, double rate);
[[nodiscard]] BiquadCoefficients all_pass_section(double frequency, double quality, double rate);
/// `gain` in dB far above `frequency`, half of it there; the steepest slope without ripple.
[[nodiscard]] BiquadCoefficients high_shelf_section(double frequency, double gain, double rate);

/// Quality of a section of second order with a Butterworth response: 1/sqrt(2).
inline constexpr double butterworth_quality = 0.70710678118654752;

/// A filter section with its state (transposed direct form II).
class Biquad {
public:
    explicit Biquad(const BiquadCoefficients& coefficients) : c_(coefficients) {}

    /// Sets the steady state for a constant input of `value`.
    void settle(double value);

    /// Filters the next sample.
    [[nodiscard]] double filter(double value) {
        const double result = c_.b0 * value + first_;
        first_ =
            (c_.b1 * value + second_) - c_.a1 * result; // this order has the shortest dependency on `result`
        second_ = c_.b2 * value - c_.a2 * result;
        return result;
    }

private:
    BiquadCoefficients c_;
    double first_ = 0;
    double second_ = 0;
};

} // namespace recital
