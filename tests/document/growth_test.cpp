// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/read.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <limits>
#include <string>

namespace recital {
namespace {

/// CPU seconds, the less of two readings.
double seconds_to_read(const std::string& text, const std::string& name) {
    double min = std::numeric_limits<double>::infinity();
    for (int reading = 0; reading < 2; ++reading) {
        const std::clock_t start = std::clock();
        try {
            (void)read_document(text, name);
        } catch (const Error&) {
            // Whether anything is left to speak is not asked here.
        }
        min = std::min(min, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    return min;
}

std::string repeated(const std::string& piece, std::size_t bytes) {
    std::string text = "Bekzat Petrenko plays. ";
    while (text.size() < bytes) {
        text += piece;
    }
    return text;
}

/// What opens and is never closed must not be searched for to the end of the text again and again.
TEST(Growth, FourTimesTheTextTakesAboutFourTimesAsLong) {
    constexpr std::size_t small = 10'000;
    constexpr double max = 10.0;
    constexpr double noise = 0.02; // seconds
    for (const char* name : {"a.txt", "a.md", "a.html"}) {
        for (const char* piece :
             {"(", "[", "`a ", "-`a", "``a ", "(a; ", "![a", "_a ", "**a ", "<b>", "<sup>1", "<a b=c", "a-\n",
              "- a\n", "# a\n", "1\n\n", "a\n==\n", "Ã ", "Ã"}) {
            const double once = seconds_to_read(repeated(piece, small), name);
            const double fourfold = seconds_to_read(repeated(piece, 4 * small), name);
            EXPECT_LT(fourfold, max * once + noise) << name << ": " << piece;
        }
    }
}

} // namespace
} // namespace recital
