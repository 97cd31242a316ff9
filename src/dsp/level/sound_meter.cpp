// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/level/sound_meter.h"

#include "dsp/level/decibel.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace recital {

namespace {

double level_of(double energy, double samples) {
    return to_decibel(std::sqrt(energy / samples));
}

double energy_of(std::span<const float> samples) {
    return std::accumulate(samples.begin(), samples.end(), 0.0, [](double sum, float sample) {
        return sum + static_cast<double>(sample) * static_cast<double>(sample);
    });
}

} // namespace

PauseFinder::PauseFinder(int rate)
    : threshold_(static_cast<float>(from_decibel(pause_threshold))),
      min_(static_cast<std::uint64_t>(std::llround(min_pause * rate))) {}

void PauseFinder::add(std::span<const float> samples) {
    for (const float sample : samples) {
        if (std::abs(sample) >= threshold_) {
            if (is_long(quiet_since_, position_)) {
                pauses_.push_back({quiet_since_, position_});
            }
            quiet_since_ = position_ + 1;
        }
        ++position_;
    }
}

std::vector<HeardPause> PauseFinder::pauses() const {
    std::vector<HeardPause> found = pauses_;
    if (is_long(quiet_since_, position_)) {
        found.push_back({quiet_since_, position_});
    }
    return found;
}

FloorMeter::FloorMeter(int rate) : step_samples_(static_cast<std::size_t>(std::max(1, rate / 100))) {}

void FloorMeter::add(std::span<const float> samples) {
    while (!samples.empty()) {
        const std::size_t taken = std::min(samples.size(), step_samples_ - filled_);
        energy_ += energy_of(samples.first(taken));
        filled_ += taken;
        samples = samples.subspan(taken);
        if (filled_ == step_samples_) {
            close_step();
        }
    }
}

void FloorMeter::close_step() {
    window_[steps_ % window_steps] = energy_;
    ++steps_;
    energy_ = 0;
    filled_ = 0;
    if (steps_ >= window_steps) {
        // Summed anew each time: a running sum would keep the rounding of loud passages in quiet ones.
        min_ = std::min(min_, std::accumulate(window_.begin(), window_.end(), 0.0));
    }
}

double FloorMeter::floor() const {
    if (steps_ < window_steps) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    return level_of(min_, static_cast<double>(step_samples_ * window_steps));
}

std::uint64_t SoundMeasures::median_pause() const {
    if (pauses.empty()) {
        return 0;
    }
    std::vector<std::uint64_t> lengths(pauses.size());
    std::transform(pauses.begin(), pauses.end(), lengths.begin(),
                   [](const HeardPause& pause) { return pause.length(); });
    const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
    std::nth_element(lengths.begin(), middle, lengths.end());
    return *middle;
}

std::uint64_t SoundMeasures::longest_pause() const {
    const auto longest =
        std::max_element(pauses.begin(), pauses.end(), [](const HeardPause& one, const HeardPause& other) {
            return one.length() < other.length();
        });
    return longest == pauses.end() ? 0 : longest->length();
}

double SoundMeasures::pause_share() const {
    const std::uint64_t quiet =
        std::accumulate(pauses.begin(), pauses.end(), std::uint64_t{0},
                        [](std::uint64_t sum, const HeardPause& pause) { return sum + pause.length(); });
    return samples == 0 ? 0 : static_cast<double>(quiet) / static_cast<double>(samples);
}

SoundMeter::SoundMeter(int rate) : loudness_(rate, LoudnessDetail::programme), pauses_(rate), floor_(rate) {}

void SoundMeter::add(std::span<const float> samples) {
    loudness_.add(samples);
    pauses_.add(samples);
    floor_.add(samples);
    samples_ += samples.size();
    energy_ += energy_of(samples);
}

SoundMeasures SoundMeter::measures() const {
    SoundMeasures measures;
    measures.samples = samples_;
    measures.loudness = loudness_.integrated();
    measures.true_peak = loudness_.true_peak();
    measures.rms = samples_ == 0 ? to_decibel(0) : level_of(energy_, static_cast<double>(samples_));
    measures.floor = floor_.floor();
    measures.pauses = pauses_.pauses();
    return measures;
}

} // namespace recital
