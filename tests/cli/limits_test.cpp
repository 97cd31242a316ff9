// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/workshop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace recital {
namespace {

#if !defined(__SANITIZE_ADDRESS__) // which needs terabytes of address space

using namespace testing_support;
using testing::HasSubstr;

/// What a shell allows the program, and what it says when it needs more.
struct Limit {
    const char* name;
    const char* option; ///< of `ulimit`
    const char* arguments;
    const char* message;
    int exit_code;
};

void PrintTo(const Limit& limit, std::ostream* out) {
    *out << limit.name;
}

class Limits : public testing::TestWithParam<Limit> {};

constexpr const char* render_one = "render a.txt -o books --no-cache -q -j1";

// A small stack ended the program without a word, memory that ran out was a defect of the program or the
// fault of a package, and no limit was named.
TEST_P(Limits, AreNamed) {
    const auto& [name, option, arguments, message, exit_code] = GetParam();
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    Program running(
        {"sh", "-c", std::string("ulimit ") + option + "; exec '" + RECITAL_PROGRAM + "' " + arguments});
    workshop.prepare(running);
    const Outcome outcome = running.run();
    EXPECT_EQ(outcome.exit_code, exit_code) << outcome.err;
    EXPECT_THAT(outcome.err, testing::StartsWith("recital: error: "));
    EXPECT_THAT(outcome.err, HasSubstr(message));
    EXPECT_THAT(outcome.err, HasSubstr("raise the limit"));
    EXPECT_TRUE(Workshop::files_below(workshop.books()).empty());
}

INSTANTIATE_TEST_SUITE_P(
    Shell, Limits,
    testing::Values(Limit{"memoryForLibraries", "-v 120000", render_one,
                          "cannot be loaded: out of memory: this process may use at most 117 MiB of address "
                          "space (ulimit -v)",
                          3},
                    Limit{"memoryForTheEngine", "-v 236000",
                          render_one, // who runs out first depends on libraries
                          "out of memory: this process may use at most 230 MiB of address space (ulimit -v)",
                          3},
                    Limit{"stack", "-s 64", "script a.txt",
                          "out of stack: this process may use at most 64 KiB (ulimit -s)", 3},
                    Limit{"sizeOfFiles", "-f 20", render_one,
                          "File too large: this process may write at most 10 KiB to a file (ulimit -f)", 3},
                    Limit{"openFiles", "-n 7", render_one,
                          "Too many open files: this process may have at most 7 files open (ulimit -n)", 3}),
    [](const auto& limit) { return limit.param.name; });

/// A text for which there is no memory ended the run as a defect of the program.
TEST(Limits, OfMemoryCostTheTextThatIsTooLarge) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    workshop.write("large.txt", std::string(std::size_t{300} << 20U, 'x'));
    const auto run = [&workshop](const std::string& arguments) {
        Program running(
            {"sh", "-c", std::string("ulimit -v 400000; exec '") + RECITAL_PROGRAM + "' " + arguments});
        workshop.prepare(running);
        return running.run();
    };
    const std::string error =
        "recital: error: large.txt: out of memory: this process may use at most 390 MiB";
    const Outcome rendered = run("render --dry-run large.txt a.txt -o books --no-cache");
    EXPECT_EQ(rendered.exit_code, 1);
    EXPECT_THAT(rendered.err, testing::StartsWith(error));
    EXPECT_THAT(rendered.err, HasSubstr("a.txt -> books/Bekzat Petrenko.m4b"));
    const Outcome script = run("script large.txt");
    EXPECT_EQ(script.exit_code, 3);
    EXPECT_THAT(script.err, testing::StartsWith(error));
}

/// A process that cannot be started; see tests/support/faults.cpp.
TEST(Limits, OfProcessesAreNamed) {
    const Workshop workshop;
    workshop.write("a.txt", petrenko);
    Program running({RECITAL_PROGRAM, "render", "a.txt", "-o", "books", "--no-cache", "-q"});
    workshop.prepare(running);
    const Outcome outcome = running.with_environment("LD_PRELOAD", RECITAL_FAULTS)
                                .with_environment("RECITAL_FAULT_FORK", "1")
                                .run();
    EXPECT_EQ(outcome.exit_code, 3);
    EXPECT_THAT(outcome.err,
                HasSubstr("a.txt: cannot be read: no process can be started: Resource temporarily "
                          "unavailable: "));
    EXPECT_THAT(outcome.err, HasSubstr("end other programs"));
}

#endif

} // namespace
} // namespace recital
