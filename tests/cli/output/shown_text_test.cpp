// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/unicode.h"
#include "cli/output/hostile_texts.h"
#include "cli/output/shown_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace recital {
namespace {

using namespace testing_support;

class ShownText : public testing::TestWithParam<HostileText> {};

TEST_P(ShownText, IsOneHarmlessLine) {
    const auto& [name, text, expected] = GetParam();
    EXPECT_EQ(shown(text), expected);
    EXPECT_EQ(shown_whole(text), expected);
    EXPECT_EQ(shown_in_columns(text, 100), expected);
    EXPECT_TRUE(is_utf8(shown(text)));
    EXPECT_TRUE(is_harmless(shown(text)));
    EXPECT_EQ(shown(shown(text)), expected) << "what is escaped stays";
}

TEST_P(ShownText, IsTheSameValueInJson) {
    const nlohmann::json value = GetParam().text;
    const std::string plain = value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    const std::string line = json_for_terminals(plain + "\n");
    EXPECT_TRUE(is_harmless(line)) << line;
    EXPECT_EQ(line.find('\n'), line.size() - 1);
    EXPECT_EQ(nlohmann::json::parse(line), nlohmann::json::parse(plain));
}

INSTANTIATE_TEST_SUITE_P(Hostile, ShownText, testing::ValuesIn(hostile_texts()),
                         [](const auto& row) { return test_name(row.param.name); });

TEST(ShownText, KeepsLineEndsOfLinesAlone) {
    EXPECT_EQ(shown_lines("a\nb\x1B[m\r\n"), "a\nb\\x1B[m\\r\n");
}

TEST(ShownText, IsShortenedInItsMiddle) {
    EXPECT_EQ(shown("abcdefghij", 10), "abcdefghij");
    EXPECT_EQ(shown("abcdefghijk", 8), "abcdef[... 3 characters ...]jk");
    EXPECT_EQ(shown("\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9", 4),
              "\u00E9\u00E9\u00E9[... 2 characters ...]\u00E9");
    EXPECT_LT(shown(std::string(1000000, 'x')).size(), 1100U);
    EXPECT_LT(shown(std::string(1000000, '\x80')).size(), 4100U) << "trail bytes are no characters";
    EXPECT_EQ(shown("see " + std::string(5000, 'x') + ": do this").substr(0, 4), "see ");
    EXPECT_TRUE(shown("see " + std::string(5000, 'x') + ": do this").ends_with(": do this"));
}

TEST(ShownText, FitsItsColumns) {
    EXPECT_EQ(shown_in_columns("Mara Bell", 9), "Mara Bell");
    EXPECT_EQ(shown_in_columns("Mara Bell", 8), "Mara ...");
    EXPECT_EQ(shown_in_columns("\u97F3\u697D\u97F3\u697D\u97F3", 8), "\u97F3\u697D...");
    EXPECT_EQ(columns_of(shown_in_columns(std::string(1000000, 'x'), 60)), 60U);
    EXPECT_LE(columns_of(shown_in_columns(std::string(1000, '\x1B'), 60)), 60U);
}

} // namespace
} // namespace recital
