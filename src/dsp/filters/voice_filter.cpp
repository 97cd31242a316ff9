// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/filters/voice_filter.h"

#include <algorithm>

namespace recital {

namespace {

/// Of the cascade that a search over those that fit on speech of these voices found best: frequency in Hz,
/// quality.
constexpr std::array<std::array<double, 2>, 4> rotator_designs{
    {{218, 0.79}, {298, 0.64}, {338, 0.98}, {411, 0.84}}};

} // namespace

std::array<BiquadCoefficients, 4> phase_rotator_sections(int rate) {
    std::array<BiquadCoefficients, 4> sections;
    std::transform(rotator_designs.begin(), rotator_designs.end(), sections.begin(),
                   [rate](const auto& design) { return all_pass_section(design[0], design[1], rate); });
    return sections;
}

VoiceFilter::VoiceFilter(const SoundSettings& sound, int rate)
    : high_pass_(high_pass_section(sound.high_pass, butterworth_quality, rate)),
      rotator_(phase_rotator_sections(rate)),
      shelf_(high_shelf_section(sound.shelf_frequency, sound.shelf_gain, rate)) {}

void VoiceFilter::process(std::span<float> samples) const {
    if (samples.empty()) {
        return;
    }
    // All that runs forward in one loop: the sections wait for each other less than each would for itself.
    std::array cascade{Biquad(high_pass_),  Biquad(rotator_[0]), Biquad(rotator_[1]),
                       Biquad(rotator_[2]), Biquad(rotator_[3]), Biquad(shelf_)};
    cascade.front().settle(samples.front());
    for (float& sample : samples) {
        double value = sample;
        for (Biquad& section : cascade) {
            value = section.filter(value);
        }
        sample = static_cast<float>(value);
    }
    Biquad backward(high_pass_);
    backward.settle(samples.back());
    std::transform(samples.rbegin(), samples.rend(), samples.rbegin(),
                   [&](float sample) { return static_cast<float>(backward.filter(sample)); });
}

} // namespace recital
