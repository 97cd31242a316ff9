// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/process/child_process.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <string>
#include <vector>

namespace recital {
namespace {

constexpr unsigned plenty = 30; // seconds of CPU time

std::string answer_of(const std::function<std::string(const StepReporter&)>& work,
                      unsigned cpu_seconds = plenty) {
    ChildProcess child(work, cpu_seconds);
    child.finish();
    return child.answer();
}

Error error_of(const std::function<std::string(const StepReporter&)>& work, unsigned cpu_seconds = plenty) {
    try {
        (void)answer_of(work, cpu_seconds);
    } catch (const Error& error) {
        return error;
    }
    return {ErrorKind::internal, "there was no error"};
}

TEST(ChildProcess, Answers) {
    EXPECT_EQ(answer_of([](const StepReporter&) { return "done"; }), "done");
    EXPECT_EQ(answer_of([](const StepReporter&) { return ""; }), "");
}

TEST(ChildProcess, AnswersAtLengthAndWithAnyByte) {
    std::string bytes(std::size_t{3} << 20U, '\0');
    for (std::size_t n = 0; n < bytes.size(); ++n) {
        bytes[n] = static_cast<char>(n * 7 % 256);
    }
    EXPECT_EQ(answer_of([&](const StepReporter&) { return bytes; }), bytes);
}

TEST(ChildProcess, ChangesNothingInItsParent) {
    int number = 1;
    EXPECT_EQ(answer_of([&](const StepReporter&) { return std::to_string(++number); }), "2");
    EXPECT_EQ(number, 1);
}

TEST(ChildProcess, CarriesAnErrorOverWhole) {
    const Error error = error_of([](const StepReporter&) -> std::string {
        throw Error(ErrorKind::voice, "first line\nsecond line", {"voices/Été.toml", 12});
    });
    EXPECT_EQ(error.kind(), ErrorKind::voice);
    EXPECT_STREQ(error.what(), "first line\nsecond line");
    EXPECT_EQ(error.place().file, "voices/Été.toml");
    EXPECT_EQ(error.place().line, 12U);
    EXPECT_EQ(
        error_of([](const StepReporter&) -> std::string { throw Error(ErrorKind::output, "full"); }).kind(),
        ErrorKind::output);
}

TEST(ChildProcess, CarriesOtherExceptionsOverAsDefects) {
    const Error error = error_of([](const StepReporter&) -> std::string { throw std::runtime_error("odd"); });
    EXPECT_EQ(error.kind(), ErrorKind::internal);
    EXPECT_STREQ(error.what(), "odd");
}

TEST(ChildProcess, NamesACrash) {
    const Error aborted = error_of([](const StepReporter&) -> std::string { std::abort(); });
    EXPECT_EQ(aborted.kind(), ErrorKind::engine);
    EXPECT_THAT(aborted.what(), testing::HasSubstr("crashed (signal 6)"));
    const Error fault = error_of([](const StepReporter&) -> std::string {
        std::signal(SIGSEGV, SIG_DFL);
        std::raise(SIGSEGV);
        return "survived";
    });
    EXPECT_THAT(fault.what(), testing::HasSubstr("crashed (signal 11)"));
    const Error left = error_of([](const StepReporter&) -> std::string { ::_exit(0); });
    EXPECT_THAT(left.what(), testing::HasSubstr("ended its process"));
    EXPECT_THAT(error_of([](const StepReporter&) -> std::string { std::exit(1); }).what(),
                testing::HasSubstr("ended its process"));
}

TEST(ChildProcess, NamesWorkThatDoesNotEnd) {
    const auto forever = [](const StepReporter& report) -> std::string {
        report(4);
        for (std::atomic<unsigned> turns = 0;; ++turns) {
        }
    };
    ChildProcess child(forever, 1);
    child.finish();
    try {
        (void)child.answer();
        FAIL() << "it ended";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::engine);
        EXPECT_THAT(error.what(), testing::HasSubstr("did not come to an end"));
    }
    EXPECT_EQ(child.last_step(), 4U);
}

TEST(ChildProcess, KnowsTheStepThatItReached) {
    ChildProcess child(
        [](const StepReporter& report) -> std::string {
            for (std::size_t step = 0; step <= 20000; ++step) {
                report(step);
            }
            std::abort();
        },
        plenty);
    child.finish();
    EXPECT_EQ(child.last_step(), 20000U);
    ChildProcess silent([](const StepReporter&) { return ""; }, plenty);
    silent.finish();
    EXPECT_FALSE(silent.last_step().has_value());
}

TEST(ChildProcess, CanBeMovedWhileItRuns) {
    constexpr int count = 8;
    std::vector<ChildProcess> children;
    children.reserve(count);
    for (int n = 0; n < count; ++n) {
        children.emplace_back([n](const StepReporter&) { return std::to_string(n); }, plenty);
    }
    std::swap(children[0], children[7]);
    children.erase(children.begin() + 3);
    std::string answers;
    for (ChildProcess& child : children) {
        child.finish();
        answers += child.answer();
    }
    EXPECT_EQ(answers, "7124560");
}

/// Tells its process as the step that it has reached, and stays.
std::string stay(const StepReporter& report) {
    report(static_cast<std::size_t>(::getpid()));
    ::pause();
    return "";
}

pid_t process_of(ChildProcess& staying) {
    while (!staying.last_step()) {
        (void)staying.receive();
    }
    return static_cast<pid_t>(*staying.last_step());
}

/// glibc 2.36 declares pidfd_open for C alone.
FileDescriptor open_process(pid_t process) {
    return FileDescriptor(static_cast<int>(::syscall(SYS_pidfd_open, process, 0)));
}

/// Whether the process behind a pidfd ends in that time.
bool ends_within(const FileDescriptor& process, int milliseconds) {
    pollfd polled{process.get(), POLLIN, 0};
    return ::poll(&polled, 1, milliseconds) == 1;
}

TEST(ChildProcess, IsKilledWhenItsOwnerIsGone) {
    FileDescriptor process;
    {
        ChildProcess child(stay, plenty);
        process = open_process(process_of(child));
        ASSERT_TRUE(process.is_open());
        EXPECT_FALSE(ends_within(process, 0));
    }
    EXPECT_TRUE(ends_within(process, 0)) << "the owner waited for its end";
}

TEST(ChildProcess, DiesWithItsParent) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe(ends.data()), 0);
    const pid_t parent = ::fork();
    if (parent == 0) {
        ChildProcess child(stay, plenty);
        const pid_t grandchild = process_of(child);
        (void)::write(ends[1], &grandchild, sizeof grandchild);
        ::pause();
    }
    ::close(ends[1]);
    pid_t grandchild = 0;
    ASSERT_EQ(::read(ends[0], &grandchild, sizeof grandchild), sizeof grandchild);
    ::close(ends[0]);
    const FileDescriptor process = open_process(grandchild);
    ASSERT_TRUE(process.is_open());
    EXPECT_FALSE(ends_within(process, 0));
    ::kill(parent, SIGKILL);
    ASSERT_EQ(::waitpid(parent, nullptr, 0), parent);
    EXPECT_TRUE(ends_within(process, 10000));
}

/// With many workers, the pipes of the others left a child no room for the engine's own files.
TEST(ChildProcess, HasNothingOpenButItsOwn) {
    constexpr std::size_t count = 50;
    std::vector<FileDescriptor> files;
    files.reserve(count);
    while (files.size() < count) {
        files.emplace_back(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    }
    EXPECT_EQ(answer_of([](const StepReporter&) {
                  return std::to_string(::open("/dev/null", O_RDONLY | O_CLOEXEC));
              }),
              "3");
}

TEST(ChildProcess, LeavesStopSignalsToItsParent) {
    EXPECT_EQ(answer_of([](const StepReporter&) {
                  std::raise(SIGINT);
                  std::raise(SIGTERM);
                  return "still here";
              }),
              "still here");
}

} // namespace
} // namespace recital
