// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/data_table.h"
#include "cli/workshop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace recital {
namespace {

using namespace testing_support;
using testing::HasSubstr;

std::filesystem::path data_file(const char* name) {
    return std::filesystem::path(RECITAL_SOURCE_DIR) / "tests" / "data" / "cli" / name;
}

/// Runs a command line as a shell does, with our program as `recital`.
Outcome run_as_typed(const Workshop& workshop, const std::string& line) {
    Program shell({"bash", "-c", std::string("recital() { ") + RECITAL_PROGRAM + " \"$@\"; }; " + line});
    workshop.prepare(shell);
    return shell.run();
}

/// Whether the text has the parts, which are separated by " ... ", in this order.
bool has_parts(std::string_view text, std::string_view parts) {
    constexpr std::string_view separator = " ... ";
    while (!parts.empty()) {
        const std::size_t end = std::min(parts.find(separator), parts.size());
        const std::size_t found = text.find(parts.substr(0, end));
        if (found == std::string_view::npos) {
            return false;
        }
        text.remove_prefix(found + end);
        parts.remove_prefix(std::min(end + separator.size(), parts.size()));
    }
    return true;
}

class Mistakes : public testing::Test {
protected:
    void SetUp() override {
        workshop_.write("a.txt", petrenko);
        workshop_.write("notes.txt", "This is not a picture.\n");
    }

    Workshop workshop_;
};

TEST_F(Mistakes, AreNamedWithWhatToTypeInstead) {
    const auto rows = read_data_table(data_file("mistakes.tsv"), 4, 3);
    EXPECT_GE(rows.size(), 70U);
    for (const DataRow& row : rows) {
        const Outcome outcome = run_as_typed(workshop_, row.cells[0]);
        EXPECT_EQ(outcome.exit_code, std::stoi(row.cells[1])) << row.cells[0] << '\n' << outcome.err;
        EXPECT_EQ(outcome.out, "") << row.cells[0];
        EXPECT_THAT(outcome.err, testing::StartsWith("recital: error: ")) << row.cells[0];
        EXPECT_TRUE(has_parts(outcome.err, row.cells[2])) << row.cells[0] << '\n' << outcome.err;
        EXPECT_EQ(Workshop::files_below(workshop_.path("")), (std::vector<std::string>{"a.txt", "notes.txt"}))
            << row.cells[0];
    }
}

TEST_F(Mistakes, WhatIsSuggestedWorks) {
    for (const DataRow& row : read_data_table(data_file("mistakes.tsv"), 4, 3)) {
        if (row.cells[3].empty()) {
            continue;
        }
        const std::string& line = row.cells[3];
        EXPECT_THAT(run_as_typed(workshop_, row.cells[0]).err, HasSubstr('`' + line + '`')) << row.cells[0];
        const bool would_render = line.starts_with("recital render ");
        const Outcome outcome = run_as_typed(workshop_, would_render ? line + " --dry-run" : line);
        EXPECT_EQ(outcome.exit_code, 0) << line << '\n' << outcome.err;
    }
}

} // namespace
} // namespace recital
