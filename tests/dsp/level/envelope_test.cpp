// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/level/envelope.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

namespace recital {
namespace {

TEST(Envelope, StoresFewValuesUnchanged) {
    Envelope envelope(8);
    for (const double value : {1.0, -2.0, 3.0}) {
        envelope.add(value);
    }
    ASSERT_EQ(envelope.bins().size(), 3U);
    EXPECT_EQ(envelope.bins()[1].min, -2);
    EXPECT_EQ(envelope.bins()[1].max, -2);
    EXPECT_EQ(envelope.bin_values(), 1U);
}

TEST(Envelope, MatchesABruteForceEnvelope) {
    std::mt19937 random(1);
    for (const std::size_t count : {9U, 16U, 17U, 1000U, 4097U}) {
        Envelope envelope(8);
        std::vector<double> values(count);
        for (double& value : values) {
            value = static_cast<double>(random()) / 1e9 - 2;
            envelope.add(value);
        }
        ASSERT_LE(envelope.bins().size(), 8U);
        ASSERT_GE(envelope.bins().size(), 4U);
        const auto bin = static_cast<std::size_t>(envelope.bin_values());
        ASSERT_EQ(envelope.bins().size(), (count + bin - 1) / bin);
        for (std::size_t n = 0; n < envelope.bins().size(); ++n) {
            const auto first = values.begin() + static_cast<std::ptrdiff_t>(n * bin);
            const auto last = values.begin() + static_cast<std::ptrdiff_t>(std::min(count, (n + 1) * bin));
            double squares = 0;
            std::for_each(first, last, [&](double value) { squares += value * value; });
            EXPECT_EQ(envelope.bins()[n].min, *std::min_element(first, last));
            EXPECT_EQ(envelope.bins()[n].max, *std::max_element(first, last));
            EXPECT_NEAR(envelope.bins()[n].rms(), std::sqrt(squares / static_cast<double>(last - first)),
                        1e-9);
        }
    }
}

TEST(Envelope, LeavesPlacesForValuesThatAreNotFinite) {
    Envelope envelope(4);
    for (int n = 0; n < 4; ++n) {
        envelope.add(-std::numeric_limits<double>::infinity());
    }
    for (int n = 0; n < 4; ++n) {
        envelope.add(-20);
    }
    ASSERT_EQ(envelope.bins().size(), 4U);
    EXPECT_TRUE(envelope.bins()[1].is_empty());
    EXPECT_EQ(envelope.bins()[1].rms(), 0);
    EXPECT_EQ(envelope.bins()[2].max, -20);
}

} // namespace
} // namespace recital
