// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound/room_tone.h"

#include "sound/decibel.h"

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

} // namespace

RoomTone::RoomTone(double level, std::uint64_t seed)
    // The sum of two uniform integers of [-2^31, 2^31) has a standard deviation of 2^31 * sqrt(2/3).
    : scale_(static_cast<float>(from_decibel(level) / (std::ldexp(1.0, 31) * std::sqrt(2.0 / 3.0)))),
      state_(seed) {}

void RoomTone::add_to(std::span<float> samples) {
    for (float& sample : samples) {
        const std::uint64_t random = next(state_);
        const auto first = static_cast<std::int32_t>(random);
        const auto second = static_cast<std::int32_t>(random >> 32U);
        sample += scale_ * (static_cast<float>(first) + static_cast<float>(second));
    }
}

} // namespace recital
