// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/workshop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recital {
namespace {

using namespace testing_support;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr int output_lost = 4;

/// Runs a line of the shell in which `recital` is the program.
Outcome shell(const Workshop& workshop, const std::string& line) {
    Program running({"sh", "-c", std::string("recital() { '") + RECITAL_PROGRAM + "' \"$@\"; }; " + line});
    workshop.prepare(running);
    return running.run();
}

void write_three(const Workshop& workshop) {
    workshop.write("a.txt", petrenko);
    workshop.write("b.txt", baktybekova);
    workshop.write("c.txt", "Mara Vell was born in Jena. She played the cello, and taught it.\n");
}

struct Case {
    const char* name;
    const char* arguments;
    const char* streams; ///< how the shell directs them
    int exit_code;
};

void PrintTo(const Case& example, std::ostream* out) {
    *out << example.name;
}

class LostOutput : public testing::TestWithParam<Case> {};

// A message that could not be written ended the run after its first book, and a report that could not be
// written was lost with exit code 0.
TEST_P(LostOutput, CostsNoBook) {
    const Workshop workshop;
    write_three(workshop);
    const Outcome outcome =
        shell(workshop, std::string("recital render a.txt b.txt c.txt -o books --cache cache ") +
                            GetParam().arguments + " " + GetParam().streams);
    EXPECT_EQ(outcome.exit_code, GetParam().exit_code) << outcome.err;
    EXPECT_EQ(Workshop::files_below(workshop.books()).size(), 3U) << outcome.err;
}

INSTANTIATE_TEST_SUITE_P(Render, LostOutput,
                         testing::Values(Case{"errFull", "", "2>/dev/full", 0},
                                         Case{"errClosed", "", "2>&-", 0},
                                         Case{"errFullQuiet", "-q", "2>/dev/full", 0},
                                         Case{"errFullJson", "--json", "2>/dev/full", 0},
                                         Case{"errReadOnly", "", "2</dev/null", 0},
                                         Case{"outFull", "--json", ">/dev/full", output_lost},
                                         Case{"outFullQuiet", "--json -q", ">/dev/full", output_lost},
                                         Case{"outClosed", "--json", ">&-", output_lost},
                                         Case{"outReadOnly", "--json", "1</dev/null", output_lost},
                                         Case{"bothFull", "--json", ">/dev/full 2>&1", output_lost},
                                         Case{"bothClosed", "--json", ">&- 2>&-", output_lost},
                                         Case{"allClosed", "--json", "<&- >&- 2>&-", output_lost},
                                         Case{"outFullWithoutReport", "", ">/dev/full", 0},
                                         Case{"allClosedWithoutReport", "", "<&- >&- 2>&-", 0}),
                         [](const auto& example) { return std::string(example.param.name); });

TEST(LostOutput, OfAReaderThatLeavesCostsNoBook) {
    const Workshop workshop;
    write_three(workshop);
    const Outcome outcome = shell(
        workshop, "{ recital render a.txt b.txt c.txt -o books --cache cache --json -q; echo $? >code; } | "
                  "head -n 1 >first");
    EXPECT_EQ(json_lines(content_of(workshop.path("first"))).size(), 1U);
    EXPECT_EQ(content_of(workshop.path("code")), "4\n");
    EXPECT_THAT(outcome.err, IsEmpty()) << "who closes a pipe has read what they wanted";
    EXPECT_EQ(Workshop::files_below(workshop.books()).size(), 3U);
}

TEST(LostOutput, OfMessagesWhoseReaderLeavesCostsNoBook) {
    const Workshop workshop;
    write_three(workshop);
    (void)shell(workshop,
                "{ recital render a.txt b.txt c.txt -o books --cache cache 2>&1 >report --json; echo $? "
                ">code; } | true");
    EXPECT_EQ(content_of(workshop.path("code")), "0\n");
    EXPECT_EQ(json_lines(content_of(workshop.path("report"))).size(), 4U);
    EXPECT_EQ(Workshop::files_below(workshop.books()).size(), 3U);
}

// The report was written into the file that took the place of a closed stream.
TEST(LostOutput, LeavesNoReportInABook) {
    const Workshop workshop;
    write_three(workshop);
    ASSERT_EQ(workshop.render({"a.txt"}).exit_code, 0);
    const std::string book = content_of(workshop.books() / "Bekzat Petrenko.m4b");
    std::filesystem::remove_all(workshop.books());
    EXPECT_EQ(shell(workshop, "recital render a.txt -o books --cache cache --json <&- >&- 2>&-").exit_code,
              output_lost);
    EXPECT_EQ(content_of(workshop.books() / "Bekzat Petrenko.m4b"), book);
}

class LostAnswer : public testing::TestWithParam<const char*> {};

TEST_P(LostAnswer, IsAnError) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    ASSERT_EQ(workshop.render({"a.txt"}).exit_code, 0);
    const std::string command = std::string("recital ") + GetParam();
    const Outcome full = shell(workshop, command + " >/dev/full");
    EXPECT_EQ(full.exit_code, output_lost);
    EXPECT_THAT(full.err, HasSubstr("standard output cannot be written: No space left on device"));
    EXPECT_EQ(shell(workshop, command + " >&-").exit_code, output_lost);
    EXPECT_EQ(shell(workshop, command + " >/dev/full 2>&1").exit_code, output_lost);
    EXPECT_THAT(shell(workshop, "{ sleep 0.2; " + command + "; echo $? >code; } | true").err,
                Not(HasSubstr("cannot be written")));
    EXPECT_EQ(content_of(workshop.path("code")), "4\n");
    EXPECT_EQ(shell(workshop, command + " 2>/dev/full").exit_code, 0);
    EXPECT_EQ(shell(workshop, command + " 2>&-").exit_code, 0);
}

INSTANTIATE_TEST_SUITE_P(Commands, LostAnswer,
                         testing::Values("--help", "--version", "render --help", "voices", "voices --json",
                                         "script a.txt", "script a.txt --json", "script a.txt --explain",
                                         "script a.txt --lines", "lexicon check a.txt",
                                         "lexicon check a.txt --json", "inspect 'books/Bekzat Petrenko.m4b'",
                                         "inspect --json 'books/Bekzat Petrenko.m4b'",
                                         "verify 'books/Bekzat Petrenko.m4b'",
                                         "verify --json 'books/Bekzat Petrenko.m4b'",
                                         "render a.txt -o books --cache cache --dry-run --json"));

TEST(LostAnswer, IsNotAskedForTwice) {
    const Workshop workshop;
    const Outcome outcome = shell(workshop, "yes 'She played.' | recital script --lines | head -n 1");
    EXPECT_EQ(outcome.out, "She played.\n");
}

TEST(LostAnswer, DoesNotHideAnotherError) {
    const Workshop workshop;
    EXPECT_EQ(shell(workshop, "recital script missing.txt >/dev/full").exit_code, 3);
    EXPECT_EQ(shell(workshop, "recital verify missing.m4b >/dev/full").exit_code, 1);
    EXPECT_EQ(shell(workshop, "recital nonsense >/dev/full 2>/dev/full").exit_code, 2);
}

// The limit's signal ended the program without a word, and with it all further books.
TEST(LostOutput, AboveALimitOfFileSizeIsAnError) {
    const Workshop workshop;
    write_three(workshop);
    const Outcome outcome =
        shell(workshop, "ulimit -f 20; recital render a.txt b.txt -o books --cache cache -q");
    EXPECT_EQ(outcome.exit_code, 3);
    EXPECT_THAT(outcome.err, HasSubstr("File too large"));
}

} // namespace
} // namespace recital
