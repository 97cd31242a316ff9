// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/level/envelope.h"

#include <algorithm>
#include <cmath>

namespace recital {

namespace {

Envelope::Bin merged(const Envelope::Bin& one, const Envelope::Bin& other) {
    if (one.is_empty() || other.is_empty()) {
        return one.is_empty() ? other : one;
    }
    return {std::min(one.min, other.min), std::max(one.max, other.max),
            one.sum_of_squares + other.sum_of_squares, one.count + other.count};
}

} // namespace

double Envelope::Bin::rms() const {
    return is_empty() ? 0 : std::sqrt(sum_of_squares / static_cast<double>(count));
}

void Envelope::add(double value) {
    if (bins_.empty() || in_last_ == bin_values_) {
        if (bins_.size() == capacity_) {
            merge();
        }
        bins_.emplace_back();
        in_last_ = 0;
    }
    ++in_last_;
    if (std::isfinite(value)) {
        bins_.back() = merged(bins_.back(), {value, value, value * value, 1});
    }
}

void Envelope::merge() {
    for (std::size_t n = 0; n < bins_.size() / 2; ++n) {
        bins_[n] = merged(bins_[2 * n], bins_[2 * n + 1]);
    }
    bins_.resize(bins_.size() / 2);
    bin_values_ *= 2;
}

} // namespace recital
