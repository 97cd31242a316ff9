// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/script/packed_spans.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace recital {
namespace {

TEST(PackedSpans, AreWhatWasPacked) {
    EXPECT_TRUE(PackedSpans().unpack().empty());
    const std::vector<SpokenSpan> spans = {{{0, 2}, {0, 2}}, {{3, 203}, {3, 7}}, {{204, 208}, {8, 70000}}};
    EXPECT_EQ(PackedSpans(spans).unpack(), spans);
}

TEST(PackedSpans, HoldAnyNumbers) {
    std::mt19937_64 random(7);
    for (int round = 0; round < 200; ++round) {
        std::vector<SpokenSpan> spans(random() % 20);
        for (SpokenSpan& span : spans) {
            const auto any = [&random] { return random() >> (random() % 64); };
            span = {{any(), any()}, {any(), any()}};
        }
        spans.push_back({{std::numeric_limits<std::size_t>::max(), 0}, {1, 0}});
        EXPECT_EQ(PackedSpans(spans).unpack(), spans);
    }
}

} // namespace
} // namespace recital
