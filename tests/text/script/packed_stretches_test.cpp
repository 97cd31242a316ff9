// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/script/packed_stretches.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace recital {
namespace {

TEST(PackedStretches, AreWhatWasPacked) {
    EXPECT_TRUE(PackedStretches().unpack().empty());
    const std::vector<SpokenStretch> stretches = {
        {{0, 2}, {0, 2}}, {{3, 203}, {3, 7}}, {{204, 208}, {8, 70000}}};
    EXPECT_EQ(PackedStretches(stretches).unpack(), stretches);
}

TEST(PackedStretches, HoldAnyNumbers) {
    std::mt19937_64 random(7);
    for (int round = 0; round < 200; ++round) {
        std::vector<SpokenStretch> stretches(random() % 20);
        for (SpokenStretch& stretch : stretches) {
            const auto any = [&random] { return random() >> (random() % 64); };
            stretch = {{any(), any()}, {any(), any()}};
        }
        stretches.push_back({{std::numeric_limits<std::size_t>::max(), 0}, {1, 0}});
        EXPECT_EQ(PackedStretches(stretches).unpack(), stretches);
    }
}

} // namespace
} // namespace recital
