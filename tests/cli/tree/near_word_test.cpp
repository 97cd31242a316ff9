// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tree/near_word.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace recital {
namespace {

TEST(NearWord, CountsEdits) {
    EXPECT_EQ(edit_distance("render", "render"), 0U);
    EXPECT_EQ(edit_distance("rendr", "render"), 1U);
    EXPECT_EQ(edit_distance("redner", "render"), 1U); // exchanged neighbours
    EXPECT_EQ(edit_distance("", "abc"), 3U);
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

TEST(NearWord, FindsWhatWasMeant) {
    const std::vector<std::string> words = {"render", "plan", "merge", "verify", "output", "output-template"};
    EXPECT_EQ(nearest_word("rendr", words), "render");
    EXPECT_EQ(nearest_word("RENDER", words), "render");
    EXPECT_EQ(nearest_word("vreify", words), "verify");
    EXPECT_EQ(nearest_word("out", words), "output");
    EXPECT_EQ(nearest_word("output-folder", words), "output");
}

TEST(NearWord, LeavesAloneWhatIsFarAway) {
    const std::vector<std::string> words = {"render", "plan", "merge", "verify"};
    EXPECT_EQ(nearest_word("perform", words), "");
    EXPECT_EQ(nearest_word("pl", words), "");
    EXPECT_EQ(nearest_word("", words), "");
    EXPECT_EQ(nearest_word("clan-of-xymox", words), "");
    EXPECT_EQ(nearest_word(std::string(100000, 'x'), words), "");
}

} // namespace
} // namespace recital
