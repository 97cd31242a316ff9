// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/level/loudness.h"

#include "base/error.h"
#include "dsp/level/decibel.h"

#include <ebur128.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace recital {

namespace {

void require(int status) {
    if (status != EBUR128_SUCCESS) {
        throw Error(ErrorKind::engine, "the loudness cannot be measured");
    }
}

int mode_of(LoudnessDetail detail) {
    return detail == LoudnessDetail::exact ? EBUR128_MODE_I
                                           : EBUR128_MODE_I | EBUR128_MODE_HISTOGRAM | EBUR128_MODE_TRUE_PEAK;
}

} // namespace

namespace detail {

/// Owns a meter of the library.
class LibraryMeter {
public:
    LibraryMeter(int rate, int mode) : state_(ebur128_init(1, static_cast<unsigned long>(rate), mode)) {
        if (state_ == nullptr) {
            throw Error(ErrorKind::engine, "the loudness cannot be measured at this sample rate");
        }
    }
    LibraryMeter(const LibraryMeter&) = delete;
    LibraryMeter& operator=(const LibraryMeter&) = delete;
    ~LibraryMeter() { ebur128_destroy(&state_); }

    [[nodiscard]] ebur128_state* get() const { return state_; }

    void add(std::span<const float> samples) {
        require(ebur128_add_frames_float(state_, samples.data(), samples.size()));
    }

private:
    ebur128_state* state_;
};

} // namespace detail

struct LoudnessMeter::State : detail::LibraryMeter {
    using LibraryMeter::LibraryMeter;
};

LoudnessMeter::LoudnessMeter(int rate, LoudnessDetail detail)
    : state_(std::make_unique<State>(rate, mode_of(detail))) {}

LoudnessMeter::~LoudnessMeter() = default;

void LoudnessMeter::add(std::span<const float> samples) {
    state_->add(samples);
}

double LoudnessMeter::integrated() const {
    double loudness = 0;
    require(ebur128_loudness_global(state_->get(), &loudness));
    return loudness;
}

double LoudnessMeter::true_peak() const {
    double peak = 0;
    require(ebur128_true_peak(state_->get(), 0, &peak));
    return to_decibel(peak);
}

struct LoudnessCurve::State : detail::LibraryMeter {
    using LibraryMeter::LibraryMeter;
};

LoudnessCurve::LoudnessCurve(int rate)
    : state_(std::make_unique<State>(rate, EBUR128_MODE_M)),
      step_samples_(static_cast<std::size_t>(std::max(1L, std::lround(rate * step_seconds)))) {}

LoudnessCurve::~LoudnessCurve() = default;

std::span<const float> LoudnessCurve::take(std::span<const float> samples) {
    const std::size_t taken = std::min(samples.size(), step_samples_ - filled_);
    state_->add(samples.first(taken));
    filled_ += taken;
    return samples.subspan(taken);
}

double LoudnessCurve::close_step() {
    constexpr std::size_t steps_of_3_s = 30;
    constexpr unsigned long step_milliseconds = 100;
    filled_ = 0;
    // The library would sum 3 s anew for each value; the mean of the last thirty tenths is the same.
    double loudness = 0;
    require(ebur128_loudness_window(state_->get(), step_milliseconds, &loudness));
    energies_.push_back(std::pow(10.0, loudness / 10));
    if (energies_.size() > steps_of_3_s) {
        energies_.pop_front();
    }
    const double sum = std::accumulate(energies_.begin(), energies_.end(), 0.0);
    return 10 * std::log10(sum / static_cast<double>(energies_.size()));
}

} // namespace recital
