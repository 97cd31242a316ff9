// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/temporary_name.h"
#include "cli/workshop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

namespace recital {
namespace {

using namespace testing_support;

/// A run of a long biography, held in the moment when it has finished its first takes.
class Interruption : public testing::Test {
protected:
    Interruption() : program_(command()) {
        workshop_.write("long.txt", long_biography());
        workshop_.prepare(program_);
        program_.start();
        while (workshop_.stored_takes() < 2 && !program_.has_ended()) {
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    }

    [[nodiscard]] std::vector<std::string> command() const {
        return {RECITAL_PROGRAM,
                "render",
                "long.txt",
                "-j",
                "2",
                "-o",
                workshop_.books().string(),
                "--cache",
                workshop_.cache().string()};
    }

    void expect_no_book() const { EXPECT_TRUE(Workshop::files_below(workshop_.books()).empty()); }

    Workshop workshop_;
    Program program_;
};

TEST_F(Interruption, BySigtermAsksToTryAgain) {
    program_.send(SIGTERM);
    const Outcome outcome = program_.wait();
    EXPECT_EQ(outcome.exit_code, 75) << outcome.err;
    EXPECT_NE(outcome.err.find("recital:"), std::string::npos);
    expect_no_book();
}

TEST_F(Interruption, ByATerminalThatCloses) {
    program_.send(SIGHUP);
    EXPECT_EQ(program_.wait().exit_code, 75);
    expect_no_book();
}

TEST_F(Interruption, BySigintOfTheWholeGroupIsAnInterruption) {
    program_.send_to_group(SIGINT); // as a terminal does
    EXPECT_EQ(program_.wait().exit_code, 130);
    expect_no_book();
}

TEST_F(Interruption, ByKillLeavesNoBookAndLosesNoTake) {
    program_.send_to_group(SIGKILL);
    EXPECT_EQ(program_.wait().exit_code, -SIGKILL);
    expect_no_book();

    const std::size_t finished = workshop_.stored_takes();
    ASSERT_GE(finished, 2U);
    const std::string leftover = make_temporary_name(".recital-");
    workshop_.write("books/" + leftover, "half a book of a killed run");
    workshop_.write("cache/" + leftover, "half a take of a killed run");
    const Outcome outcome = workshop_.render({"long.txt"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
    EXPECT_GE(results_in(outcome.out)[0]["book"]["files"][0]["takes"]["reused"], finished);
    EXPECT_EQ(Workshop::files_below(workshop_.books()), std::vector<std::string>{"Bekzat Petrenko.m4b"});
    EXPECT_FALSE(std::filesystem::exists(workshop_.cache() / leftover));
}

TEST_F(Interruption, OfTheProgramAloneEndsItsChildren) {
    program_.send(SIGKILL);
    EXPECT_EQ(program_.wait().exit_code, -SIGKILL);
    // Its children die with it: soon nothing is stored any more.
    std::size_t stored = workshop_.stored_takes();
    for (int quiet = 0; quiet < 20;) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        const std::size_t now = workshop_.stored_takes();
        quiet = now == stored ? quiet + 1 : 0;
        stored = now;
    }
    EXPECT_LT(stored, 20U);
    expect_no_book();
}

} // namespace
} // namespace recital
