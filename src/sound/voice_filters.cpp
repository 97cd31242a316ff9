// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/voice_filters.h"

#include <algorithm>
#include <iterator>

namespace recital {

RumbleFilter::RumbleFilter(double frequency, int rate)
    : section_(high_pass_section(frequency, butterworth_quality, rate)) {}

void RumbleFilter::process(std::span<float> samples) const {
    if (samples.empty()) {
        return;
    }
    const auto pass = [&](auto first, auto last) {
        Biquad section(section_);
        section.settle(*first);
        std::transform(first, last, first,
                       [&](float sample) { return static_cast<float>(section.filter(sample)); });
    };
    pass(samples.begin(), samples.end());
    pass(samples.rbegin(), samples.rend());
}

PhaseRotator::PhaseRotator(int rate) {
    std::transform(sections.begin(), sections.end(), coefficients_.begin(),
                   [rate](const auto& section) { return all_pass_section(section[0], section[1], rate); });
}

void PhaseRotator::process(std::span<float> samples) const {
    // All sections in one loop: they wait for each other less than one would for itself.
    std::array cascade{Biquad(coefficients_[0]), Biquad(coefficients_[1]), Biquad(coefficients_[2]),
                       Biquad(coefficients_[3])};
    for (float& sample : samples) {
        double value = sample;
        for (Biquad& section : cascade) {
            value = section.filter(value);
        }
        sample = static_cast<float>(value);
    }
}

TrebleShelf::TrebleShelf(double frequency, double gain, int rate)
    : section_(high_shelf_section(frequency, gain, rate)) {}

void TrebleShelf::process(std::span<float> samples) const {
    Biquad section(section_);
    for (float& sample : samples) {
        sample = static_cast<float>(section.filter(sample));
    }
}

} // namespace recital
