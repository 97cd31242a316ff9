// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/plots/layout.h"
#include "base/time_text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace recital {
namespace {

TEST(TimeStep, LeavesSpaceForLabelsAtEveryLength) {
    for (int power = 0; power < 58; ++power) {
        const double seconds = std::pow(1.3, power);
        const double step = time_step(seconds, 1500, 70);
        EXPECT_GE(step / seconds * 1500, 70 - 1e-9) << seconds;
        EXPECT_TRUE(seconds < 100 || step / seconds < 0.4) << seconds;
    }
    EXPECT_EQ(time_step(130, 1500, 70), 10);
    EXPECT_EQ(time_step(108000, 1500, 70), 7200);
}

TEST(Labels, AreAtTheirPreferredPlaceIfThereIsSpace) {
    const std::vector<LabelWish> wishes = {{10, 50}, {80, 50}, {100, 50}};
    const auto places = place_labels(wishes, 2, 500, 10);
    ASSERT_EQ(places.size(), 3U);
    EXPECT_EQ(places[1].row, 0U);
    EXPECT_EQ(places[2].row, 1U);
    EXPECT_EQ(places[2].x, 100);
}

TEST(Labels, AtTheRightEndAreMovedOrShortened) {
    const auto moved = place_labels(std::vector<LabelWish>{{480, 50}}, 1, 500, 10);
    ASSERT_EQ(moved.size(), 1U);
    EXPECT_EQ(moved[0].x, 450);
    EXPECT_EQ(moved[0].width, 50);
    const auto cut = place_labels(std::vector<LabelWish>{{380, 50}, {445, 80}}, 1, 500, 10);
    ASSERT_EQ(cut.size(), 2U);
    EXPECT_EQ(cut[1].x, 440);
    EXPECT_EQ(cut[1].width, 60);
}

TEST(Labels, NeverOverlap) {
    std::mt19937 random(11);
    for (int round = 0; round < 200; ++round) {
        std::vector<LabelWish> wishes(random() % 120);
        for (LabelWish& wish : wishes) {
            wish = {static_cast<double>(random() % 1500), static_cast<double>(random() % 300 + 1)};
        }
        std::sort(wishes.begin(), wishes.end(),
                  [](const LabelWish& one, const LabelWish& other) { return one.x < other.x; });
        const auto places = place_labels(wishes, 3, 1500, 5);
        for (std::size_t a = 0; a < places.size(); ++a) {
            EXPECT_LE(places[a].x + places[a].width, 1500.0 + 1e-9);
            EXPECT_LE(places[a].x, wishes[places[a].label].x);
            for (std::size_t b = a + 1; b < places.size(); ++b) {
                EXPECT_TRUE(places[a].row != places[b].row ||
                            places[a].x + places[a].width + 5 <= places[b].x + 1e-9);
            }
        }
        EXPECT_TRUE(wishes.empty() || !places.empty());
    }
}

TEST(TimeText, OmitsHoursIfThereAreNone) {
    EXPECT_EQ(time_text(0), "0:00");
    EXPECT_EQ(time_text(83.4), "1:23");
    EXPECT_EQ(time_text(59.6), "1:00");
    EXPECT_EQ(time_text(3723), "1:02:03");
    EXPECT_EQ(hour_text(3723), "1:02");
    EXPECT_EQ(hour_text(108000), "30:00");
}

} // namespace
} // namespace recital
