// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/unicode.h"
#include "cli/output/live_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recital {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

RunProgress progress(const std::string& musician) {
    return {musician, 12, 40, 2, 150, 600};
}

const std::string long_name = "Maria Anna Walburga Ignatia Mozart von Berchtold zu Sonnenburg";

// A line that is as wide as the terminal was broken, and each new one written below it.
TEST(TheLiveLine, IsNarrowerThanTheTerminal) {
    for (const std::string& name :
         {long_name, std::string("Bach"), std::string("武満徹武満徹武満徹武満徹")}) {
        for (std::size_t columns = 5; columns < 200; ++columns) {
            EXPECT_LT(columns_of(live_line(progress(name), 10, columns)), columns) << name << ' ' << columns;
        }
    }
}

TEST(TheLiveLine, SaysAllIfThereIsRoom) {
    EXPECT_EQ(live_line(progress("Bach"), 10, 120),
              "Bach  take 12 of 40  book 3 of 150  60 x real time  27:37 left");
}

TEST(TheLiveLine, KeepsTheTimeLeftAndSomeOfTheNameIfThereIsLittleRoom) {
    EXPECT_THAT(live_line(progress(long_name), 10, 50), AllOf(HasSubstr("Maria"), HasSubstr("book 3 of 150"),
                                                              HasSubstr("left"), Not(HasSubstr("take"))));
    EXPECT_THAT(live_line(progress(long_name), 10, 30), AllOf(HasSubstr("Maria"), HasSubstr("27:37 left")));
}

} // namespace
} // namespace recital
