// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/workshop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace recital {
namespace {

using namespace testing_support;
using testing::HasSubstr;

std::string repeated(std::size_t count, const std::string& text) {
    std::string all;
    for (std::size_t n = 0; n < count; ++n) {
        all += text;
    }
    return all;
}

/// A table with a thousand bad rows and a good one after them.
struct BadRows {
    const char* name; ///< of the test
    const char* file;
    std::string content;
    std::size_t first_line;
    const char* message;
};

void PrintTo(const BadRows& rows, std::ostream* out) {
    *out << rows.name;
}

const std::string good_row = Json{{"name", "Bekzat Petrenko"}, {"text", petrenko}}.dump() + "\n";
const std::string good_cells = "Bekzat Petrenko,Bekzat Petrenko was born in Moscow. He played the piano.\n";

std::vector<BadRows> bad_rows() {
    return {{"withoutText", "a.jsonl", repeated(1000, "{\"id\":\"q\",\"name\":\"x\"}\n") + good_row, 1,
             "this record has no text"},
            {"notJson", "a.jsonl", repeated(1000, "{\"id\": broken\n") + good_row, 1,
             "this line is not a JSON object"},
            {"objectsForTexts", "a.jsonl", repeated(1000, "{\"text\":{\"part\":1}}\n") + good_row, 1,
             "its \"text\" is an object"},
            {"cellsWithoutText", "a.csv", "name,text\n" + repeated(1000, "Mara Bell,\n") + good_cells, 2,
             "this record has no text"}};
}

class Repeats : public testing::TestWithParam<BadRows> {
protected:
    Repeats() { workshop_.write(GetParam().file, GetParam().content); }

    [[nodiscard]] std::string place(std::size_t offset) const {
        return std::string(GetParam().file) + ":" + std::to_string(GetParam().first_line + offset);
    }

    Workshop workshop_;
};

/// The lines of `text` that contain `words`.
std::vector<std::string> lines_with(const std::string& text, const std::string& words) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        if (line.find(words) != std::string::npos) {
            lines.push_back(line);
        }
    }
    return lines;
}

// Each of a thousand bad rows had a line of its own, which hid everything else.
TEST_P(Repeats, AreCounted) {
    const Outcome outcome = workshop_.recital({"render", "--dry-run", GetParam().file});
    EXPECT_EQ(outcome.exit_code, 1);
    const auto lines = lines_with(outcome.err, GetParam().message);
    ASSERT_EQ(lines.size(), 2U) << outcome.err;
    EXPECT_THAT(lines[0], testing::StartsWith("recital: error: " + place(0) + ": " + GetParam().message));
    EXPECT_THAT(lines[1], testing::StartsWith("  " + place(0) + ", " + place(1) + ", " + place(2) + ", " +
                                              place(3) + " and 996 more: " + GetParam().message));
    EXPECT_THAT(outcome.err, HasSubstr("\nFailed, 1000 sources:\n"));
}

TEST_P(Repeats, AreCountedIfNothingElseIsSaid) {
    const Outcome outcome = workshop_.recital({"render", "--dry-run", "-q", GetParam().file});
    const auto lines = lines_with(outcome.err, "recital: ");
    ASSERT_EQ(lines.size(), 2U) << outcome.err;
    EXPECT_THAT(lines[1],
                testing::StartsWith("recital: error: 999 more places of the same kind (" + place(1) + ", " +
                                    place(2) + ", " + place(3) + " and 996 more): " + GetParam().message));
}

TEST_P(Repeats, AreAllInTheReportAndCountedAtItsEnd) {
    const Outcome outcome = workshop_.recital({"render", "--dry-run", "--json", "-q", GetParam().file});
    const std::vector<Json> lines = json_lines(outcome.out);
    EXPECT_EQ(
        std::count_if(lines.begin(), lines.end(), [](const Json& line) { return line.contains("failed"); }),
        1000);
    const Json repeat = lines.back().at("done").at("repeated").at(0);
    EXPECT_EQ(repeat["kind"], "failed");
    EXPECT_EQ(repeat["count"], 1000);
    EXPECT_THAT(repeat["message"].get<std::string>(), HasSubstr(GetParam().message));
    ASSERT_EQ(repeat["places"].size(), 3U);
    EXPECT_EQ(repeat["places"][0], (Json{{"source", GetParam().file}, {"line", GetParam().first_line}}));
}

INSTANTIATE_TEST_SUITE_P(Rows, Repeats, testing::ValuesIn(bad_rows()),
                         [](const auto& rows) { return rows.param.name; });

TEST(Repeats, OfWarningsOfOneTextAreCounted) {
    const Workshop workshop;
    workshop.write("a.md", "# Bekzat Petrenko\n\n" + petrenko + "\n" +
                               repeated(500, "| a | b |\n|---|---|\n| 1 | 2 |\n\nHe played.\n\n"));
    const Outcome outcome = workshop.recital({"script", "a.md"});
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_LE(lines_with(outcome.err, "recital: ").size(), 4U) << outcome.err;
    EXPECT_THAT(outcome.err, HasSubstr("499 more places of the same kind"));
}

TEST(Repeats, OfLinesAreCountedAndNameStandardInput) {
    const Workshop workshop;
    const Outcome outcome = workshop.recital(
        {"script", "--lines"}, "She played.\n" + repeated(1000, "\u6F22\u5B57\u3067\u3059\u3002\n"));
    EXPECT_EQ(outcome.exit_code, 1);
    const auto lines = lines_with(outcome.err, "recital: ");
    ASSERT_EQ(lines.size(), 2U) << outcome.err;
    EXPECT_THAT(lines[0], testing::StartsWith("recital: error: standard input:2: the text is Japanese"));
    EXPECT_THAT(lines[1],
                testing::StartsWith("recital: error: 999 more places of the same kind (standard input:3, "));
}

/// Files are named one by one, because each is a book that the person expects.
TEST(Repeats, OfFilesAreNamed) {
    const Workshop workshop;
    std::vector<std::string> arguments = {"render", "--dry-run"};
    for (int n = 0; n < 30; ++n) {
        arguments.push_back("missing" + std::to_string(n) + ".txt");
    }
    const Outcome outcome = workshop.recital(std::move(arguments));
    EXPECT_EQ(outcome.exit_code, 3);
    EXPECT_EQ(lines_with(outcome.err, "recital: error: missing").size(), 20U);
    EXPECT_THAT(outcome.err, HasSubstr("missing19.txt and 10 more: cannot be read"));
}

} // namespace
} // namespace recital
