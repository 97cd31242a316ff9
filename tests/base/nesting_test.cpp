// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/nesting.h"

#include <gtest/gtest.h>

#include <string>

namespace recital {
namespace {

std::string repeated(std::size_t count, std::string_view text) {
    std::string all;
    for (std::size_t n = 0; n < count; ++n) {
        all += text;
    }
    return all;
}

std::string nested(std::size_t depth, std::string_view open, std::string_view close) {
    return repeated(depth, open) + "1" + repeated(depth, close);
}

struct Example {
    const char* name;
    std::string text;
    std::size_t line; ///< of the excess; 0: none
};

void PrintTo(const Example& example, std::ostream* out) {
    *out << example.name;
}

class DeepJson : public testing::TestWithParam<Example> {};

TEST_P(DeepJson, IsFoundInItsLine) {
    EXPECT_EQ(line_of_deep_json(GetParam().text).value_or(0), GetParam().line);
}

INSTANTIATE_TEST_SUITE_P(
    Nesting, DeepJson,
    testing::Values(Example{"nothing", "", 0}, Example{"arraysAtTheLimit", nested(max_nesting, "[", "]"), 0},
                    Example{"arrays", nested(max_nesting + 1, "[", "]"), 1},
                    Example{"objects", nested(max_nesting + 1, "{\"a\":", "}"), 1},
                    Example{"mixed", nested(max_nesting, "[{\"a\":", "}]"), 1},
                    Example{"neverClosed", repeated(100000, "["), 1},
                    Example{"neverOpened", repeated(100000, "]") + "[1]", 0},
                    Example{"manyBesideEachOther", "[" + repeated(5000, "[],{},") + "1]", 0},
                    Example{"bracketsInAString", "{\"a\":\"" + repeated(5000, "[{") + "\"}", 0},
                    Example{"bracketsAfterAnEscapedQuote", "{\"a\":\"\\\"" + repeated(5000, "[") + "\"}", 0},
                    Example{"bracketsAfterAnEscapedBackslash", R"({"a":"\\",)" + nested(101, "[", "]"), 1},
                    Example{"inTheThirdLine", "{\n\"a\":\n" + nested(101, "[", "]"), 3},
                    Example{"endsInAnEscape", "[\"\\", 0}),
    [](const auto& example) { return std::string(example.param.name); });

class DeepToml : public testing::TestWithParam<Example> {};

TEST_P(DeepToml, IsFoundInItsLine) {
    EXPECT_EQ(line_of_deep_toml(GetParam().text).value_or(0), GetParam().line);
}

INSTANTIATE_TEST_SUITE_P(
    Nesting, DeepToml,
    testing::Values(
        Example{"nothing", "", 0}, Example{"dottedKeys", repeated(200, "a.") + "b = 1\n", 1},
        Example{"dottedKeysWithBlanks", repeated(200, "a . ") + "b = 1\n", 1},
        Example{"dottedQuotedKeys", repeated(200, "\"a\".") + "b = 1\n", 1},
        Example{"dottedKeysInALiteral", repeated(200, "'a'.") + "b = 1\n", 1},
        Example{"tableHead", "x = 1\n[" + repeated(200, "a.") + "b]\n", 2},
        Example{"arrayOfTablesHead", "[[" + repeated(200, "a.") + "b]]\n", 1},
        Example{"arrays", "x = " + nested(101, "[", "]"), 1},
        Example{"inlineTables", "x = " + nested(101, "{a=", "}"), 1},
        Example{"keysOfInlineTables", "x = " + nested(10, "{" + repeated(11, "a.") + "a=", "}"), 1},
        Example{"arrayOverLines", "x = [\n" + repeated(200, "[\n"), 101},
        Example{"manyShortKeys", repeated(5000, "a.b.c = 1.5\n"), 0},
        Example{"manyNumbers", "x = [" + repeated(5000, "1.5, ") + "]\n", 0},
        Example{"dotsInAString", "title = \"" + repeated(5000, ".[") + "\"\n", 0},
        Example{"dotsInALiteral", "title = '" + repeated(5000, ".[") + "\\'\n", 0},
        Example{"dotsInAStringOfManyLines", "title = \"\"\"\n" + repeated(500, ".[\"\n") + "\"\"\"\n", 0},
        Example{"dotsInAComment", "# " + repeated(5000, ".[") + "\nx = 1\n", 0},
        Example{"afterAStringThatDoesNotEnd", "x = \"a\n" + nested(101, "[", "]"), 2}),
    [](const auto& example) { return std::string(example.param.name); });

} // namespace
} // namespace recital
