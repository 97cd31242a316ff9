// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/loudness.h"

#include "base/error.h"

#include <ebur128.h>

namespace recital {

namespace {

void require(int status) {
    if (status != EBUR128_SUCCESS) {
        throw Error(ErrorKind::engine, "the loudness cannot be measured");
    }
}

} // namespace

struct LoudnessMeter::State {
    explicit State(int rate) : meter(ebur128_init(1, static_cast<unsigned long>(rate), EBUR128_MODE_I)) {}
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { ebur128_destroy(&meter); }

    ebur128_state* meter;
};

LoudnessMeter::LoudnessMeter(int rate) : state_(std::make_unique<State>(rate)) {
    if (state_->meter == nullptr) {
        throw Error(ErrorKind::engine, "the loudness cannot be measured at this sample rate");
    }
}

LoudnessMeter::~LoudnessMeter() = default;

void LoudnessMeter::add(std::span<const float> samples) {
    require(ebur128_add_frames_float(state_->meter, samples.data(), samples.size()));
}

double LoudnessMeter::integrated() const {
    double loudness = 0;
    require(ebur128_loudness_global(state_->meter, &loudness));
    return loudness;
}

} // namespace recital
