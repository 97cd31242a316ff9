// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/process/plenty.h"
#include "studio/process/worker.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace recital {
namespace {

using testing::HasSubstr;

WorkerKind kind_of(WorkerKind::Answer answer) {
    return {"the engine", std::move(answer)};
}

/// What is done without a look at the request.
WorkerKind kind_of(std::function<std::string()> work) {
    return kind_of([work = std::move(work)](std::string_view, const StepReporter&) { return work(); });
}

Error error_of(const WorkerKind& kind, const WorkerLimits& limits = plenty) {
    try {
        (void)ask_once(kind, limits);
    } catch (const Error& error) {
        return error;
    }
    return {ErrorKind::internal, "there was no error"};
}

std::string any_bytes(std::size_t size) {
    std::string bytes(size, '\0');
    for (std::size_t n = 0; n < bytes.size(); ++n) {
        bytes[n] = static_cast<char>(n * 7 % 256);
    }
    return bytes;
}

[[noreturn]] void hang() {
    for (std::atomic<unsigned> turns = 0;; ++turns) {
    }
}

/// Sends bytes to the parent as a library that has lost its mind would: to whatever is open.
void send_to_parent(const std::string& bytes) {
    constexpr int max_descriptor = 256;
    for (int descriptor = 3; descriptor < max_descriptor; ++descriptor) {
        (void)::send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    }
}

TEST(Worker, Answers) {
    EXPECT_EQ(ask_once(kind_of([] { return "done"; }), plenty), "done");
    EXPECT_EQ(ask_once(kind_of([] { return ""; }), plenty), "");
}

TEST(Worker, GetsItsRequest) {
    const auto reverse = kind_of([](std::string_view request, const StepReporter&) {
        return std::string(request.rbegin(), request.rend());
    });
    Worker worker(reverse, plenty);
    EXPECT_EQ(worker.ask("abc"), "cba");
    EXPECT_EQ(worker.ask(""), "");
    const std::string bytes = any_bytes(std::size_t{5} << 20U);
    EXPECT_EQ(worker.ask(bytes), std::string(bytes.rbegin(), bytes.rend()));
}

TEST(Worker, ServesManyRequestsInOneProcess) {
    int count = 0;
    Worker worker(kind_of([&count] { return std::to_string(++count) + " " + std::to_string(::getpid()); }),
                  plenty);
    const std::string first = worker.ask({});
    const std::string process = first.substr(2);
    EXPECT_EQ(first, "1 " + process);
    EXPECT_EQ(worker.ask({}), "2 " + process);
    EXPECT_EQ(worker.ask({}), "3 " + process);
    EXPECT_NE(process, std::to_string(::getpid()));
    EXPECT_EQ(count, 0) << "nothing changes in the parent";
}

TEST(Worker, CarriesAnErrorOverWholeAndGoesOn) {
    Worker worker(kind_of([](std::string_view request, const StepReporter&) -> std::string {
                      if (request == "bad") {
                          throw Error(ErrorKind::voice, "first line\nsecond line", {"voices/Été.toml", 12});
                      }
                      return std::to_string(::getpid());
                  }),
                  plenty);
    const std::string process = worker.ask("good");
    try {
        (void)worker.ask("bad");
        FAIL() << "there was no error";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::voice);
        EXPECT_STREQ(error.what(), "first line\nsecond line");
        EXPECT_EQ(error.place().file, "voices/Été.toml");
        EXPECT_EQ(error.place().line, 12U);
    }
    EXPECT_EQ(worker.ask("good"), process);
}

TEST(Worker, CarriesOtherExceptionsOverAsDefects) {
    const Error error = error_of(kind_of([]() -> std::string { throw std::runtime_error("odd"); }));
    EXPECT_EQ(error.kind(), ErrorKind::internal);
    EXPECT_STREQ(error.what(), "odd");
}

TEST(Worker, NamesHowItDied) {
    WorkerKind kind = kind_of([]() -> std::string { std::abort(); });
    kind.failure = ErrorKind::input;
    EXPECT_EQ(error_of(kind).kind(), ErrorKind::input);
    EXPECT_STREQ(error_of(kind).what(), "the engine crashed (signal 6)");
    EXPECT_THAT(error_of(kind_of([]() -> std::string {
                    std::signal(SIGSEGV, SIG_DFL);
                    std::raise(SIGSEGV);
                    return "survived";
                })).what(),
                HasSubstr("crashed (signal 11)"));
    EXPECT_THAT(error_of(kind_of([]() -> std::string { ::_exit(0); })).what(),
                HasSubstr("ended its process"));
    EXPECT_THAT(error_of(kind_of([]() -> std::string { std::exit(1); })).what(),
                HasSubstr("ended its process"));
    EXPECT_THAT(error_of(kind_of([]() -> std::string {
                    std::raise(SIGKILL);
                    return "survived";
                })).what(),
                HasSubstr("was killed"));
}

/// What libraries printed went to the terminal as it was, and was not part of the report.
TEST(Worker, SaysWhatWasPrintedBeforeItDied) {
    EXPECT_STREQ(error_of(kind_of([]() -> std::string {
                     (void)std::fputs("GLib-ERROR: no thread\n", stderr);
                     std::abort();
                 })).what(),
                 "the engine crashed (signal 6): GLib-ERROR: no thread");
    const std::string said = error_of(kind_of([]() -> std::string {
                                 for (int n = 0; n < 1000; ++n) {
                                     (void)std::fputs(std::string(1000, 'x').c_str(), stderr);
                                 }
                                 ::_exit(1);
                             })).what();
    EXPECT_THAT(said, testing::StartsWith("the engine ended its process: xxx"));
    EXPECT_LT(said.size(), 400U) << "only the end of it";
}

#if !defined(__SANITIZE_ADDRESS__)
// NOLINTNEXTLINE(misc-no-recursion): uses up the stack
std::size_t depth_of(std::size_t depth) {
    std::array<char, 4096> frame{};
    volatile char* const used = frame.data(); // the compiler keeps the frame
    used[depth % frame.size()] = 1;
    return depth == ~std::size_t{0} ? 0 : depth_of(depth + 1) + static_cast<std::size_t>(used[0]);
}

TEST(Worker, SaysThatItsStackIsUsedUp) {
    EXPECT_THAT(
        error_of(kind_of([] { return std::to_string(depth_of(0)); })).what(),
        testing::MatchesRegex("the engine is out of stack: this process may use at most [0-9]+ [KM]iB "
                              ".ulimit -s.: raise the limit"));
    EXPECT_THAT(error_of(kind_of([]() -> std::string {
                    volatile char* const nothing = nullptr;
                    *nothing = 1;
                    return "went on";
                })).what(),
                HasSubstr("crashed (signal 11)"));
}

/// The limit of the shell was reported as that of the sandbox.
TEST(Worker, NamesTheLimitOfMemoryThatItWasStartedWith) {
    const rlimit limit{std::size_t{1} << 30U, RLIM_INFINITY};
    const Error error = error_of(kind_of([&limit]() -> std::string {
        ::setrlimit(RLIMIT_AS, &limit);
        return std::string(std::size_t{2} << 30U, 'x');
    }));
    EXPECT_STREQ(error.what(),
                 "the engine is out of memory: this process may use at most 1024 MiB of address "
                 "space (ulimit -v): raise the limit");
}
#endif

TEST(Worker, IsEndedWhenItUsesUpItsCpuTime) {
    EXPECT_THAT(error_of(kind_of([]() -> std::string { hang(); }), {1, 300}).what(),
                HasSubstr("did not finish in time"));
}

/// The limit was of the whole process: a worker of many requests would have died of their sum.
TEST(Worker, HasCpuTimeForEachRequest) {
    Worker worker(kind_of([] {
                      const std::clock_t start = std::clock();
                      while (std::clock() - start < CLOCKS_PER_SEC * 8 / 10) {
                      }
                      return std::to_string(::getpid());
                  }),
                  {2, 300});
    const std::string process = worker.ask({});
    for (int n = 0; n < 3; ++n) {
        EXPECT_EQ(worker.ask({}), process);
    }
}

/// A stopped child uses no CPU time: the run waited for it for ever.
TEST(Worker, IsEndedWhenItDoesNotAnswerInTime) {
    const WorkerLimits short_time{30, 1};
    EXPECT_STREQ(error_of(kind_of([]() -> std::string {
                              std::raise(SIGSTOP);
                              return "went on";
                          }),
                          short_time)
                     .what(),
                 "the engine did not answer within 1 s");
    EXPECT_THAT(error_of(kind_of([]() -> std::string {
                             ::pause();
                             return "woke up";
                         }),
                         short_time)
                    .what(),
                HasSubstr("did not answer"));
    EXPECT_THAT(error_of(kind_of([](std::string_view, const StepReporter& report) -> std::string {
                             while (true) {
                                 report(1);
                                 ::usleep(1000);
                             }
                         }),
                         short_time)
                    .what(),
                HasSubstr("did not answer"));
}

TEST(Worker, MayTakeLongIfItReportsSteps) {
    WorkerLimits limits{30, 1};
    limits.restarts_with_steps = true;
    EXPECT_EQ(ask_once(kind_of([](std::string_view, const StepReporter& report) -> std::string {
                           for (std::size_t step = 0; step < 30; ++step) {
                               report(step);
                               ::usleep(100000);
                           }
                           return "done";
                       }),
                       limits),
              "done");
}

TEST(Worker, IsEndedWhenItFloodsItsParent) {
    WorkerLimits limits = plenty;
    limits.answer_bytes = 1000;
    EXPECT_EQ(ask_once(kind_of([] { return std::string(1000, 'x'); }), limits).size(), 1000U);
    EXPECT_STREQ(error_of(kind_of([] { return std::string(1001, 'x'); }), limits).what(),
                 "the engine answered with more than 1000 bytes");
}

TEST(Worker, IsEndedWhenItSendsWhatIsNotAnAnswer) {
    const std::string header = std::string("A") + std::string(8, '\0');
    for (const std::string& garbage :
         {std::string(100, '\0'), std::string(100, '\xFF'), std::string("Hello, world, how are you?"),
          std::string("E\1\0\0\0\0\0\0\0x", 10), std::string("S\1\0\0\0\0\0\0\0x", 10), header + "more",
          header + header}) {
        const Error error = error_of(kind_of([&garbage]() -> std::string {
            send_to_parent(garbage);
            ::pause();
            return "";
        }));
        EXPECT_EQ(error.kind(), ErrorKind::engine) << garbage;
        EXPECT_STRNE(error.what(), "there was no error");
    }
}

TEST(Worker, IsEndedWhenItClosesItsSocket) {
    EXPECT_EQ(error_of(kind_of([]() -> std::string {
                  ::close_range(3, ~0U, 0);
                  ::pause();
                  return "";
              })).kind(),
              ErrorKind::engine);
}

/// Each try is counted in memory that the processes share: workers write no files.
class SecondTry : public testing::Test {
protected:
    SecondTry()
        : tries_(static_cast<std::size_t*>(::mmap(nullptr, sizeof(std::size_t), PROT_READ | PROT_WRITE,
                                                  MAP_SHARED | MAP_ANONYMOUS, -1, 0))) {}
    ~SecondTry() override { ::munmap(tries_, sizeof(std::size_t)); }

    [[nodiscard]] std::size_t count_try() const { return ++*tries_; }
    [[nodiscard]] std::size_t tries() const { return *tries_; }

private:
    std::size_t* tries_;
};

TEST_F(SecondTry, HelpsAfterACrash) {
    Worker worker(kind_of([&]() -> std::string {
                      if (count_try() == 1) {
                          std::abort();
                      }
                      return "done";
                  }),
                  plenty);
    EXPECT_EQ(worker.ask({}), "done");
    EXPECT_EQ(worker.ask({}), "done");
    EXPECT_EQ(tries(), 3U);
}

TEST_F(SecondTry, HelpsAfterTheDeadline) {
    EXPECT_EQ(ask_once(kind_of([&]() -> std::string {
                           if (count_try() == 1) {
                               std::raise(SIGSTOP);
                           }
                           return "done";
                       }),
                       {30, 1}),
              "done");
}

TEST_F(SecondTry, IsTheLast) {
    Worker worker(kind_of([&](std::string_view request, const StepReporter&) -> std::string {
                      (void)count_try();
                      if (request == "bad") {
                          std::abort();
                      }
                      return "done";
                  }),
                  plenty);
    EXPECT_EQ(worker.ask("good"), "done");
    EXPECT_THROW((void)worker.ask("bad"), Error);
    EXPECT_EQ(tries(), 3U);
    EXPECT_EQ(worker.ask("good"), "done") << "the next request has a process again";
}

TEST_F(SecondTry, IsNotForErrors) {
    EXPECT_THROW((void)ask_once(kind_of([&]() -> std::string {
                                    (void)count_try();
                                    throw Error(ErrorKind::voice, "no such voice");
                                }),
                                plenty),
                 Error);
    EXPECT_EQ(tries(), 1U);
}

TEST_F(SecondTry, HelpsWhenTheProcessDiedBetweenRequests) {
    Worker worker(kind_of([] { return std::to_string(::getpid()); }), plenty);
    const pid_t process = std::stoi(worker.ask({}));
    ::kill(process, SIGKILL);
    EXPECT_NE(worker.ask({}), std::to_string(process));
}

TEST(WorkerProcess, KnowsTheStepThatItReached) {
    const auto kind = kind_of([](std::string_view request, const StepReporter& report) -> std::string {
        for (std::size_t step = 0; step <= 20000 && !request.empty(); ++step) {
            report(step);
        }
        std::abort();
    });
    WorkerProcess process(kind, plenty);
    process.ask("count");
    process.finish();
    EXPECT_TRUE(process.has_died());
    EXPECT_EQ(process.last_step(), 20000U);
    WorkerProcess silent(kind, plenty);
    silent.ask("");
    silent.finish();
    EXPECT_FALSE(silent.last_step().has_value());
}

TEST(WorkerProcess, CanBeMovedWhileItWorks) {
    constexpr int count = 8;
    std::vector<WorkerProcess> processes;
    for (int n = 0; n < count; ++n) {
        processes.emplace_back(kind_of([n] { return std::to_string(n); }), plenty);
        processes.back().ask({});
    }
    std::swap(processes[0], processes[7]);
    processes.erase(processes.begin() + 3);
    std::string answers;
    for (WorkerProcess& process : processes) {
        process.finish();
        answers += process.answer();
    }
    EXPECT_EQ(answers, "7124560");
}

/// Tells its process as the step that it has reached, and stays.
const WorkerKind stay = kind_of([](std::string_view, const StepReporter& report) {
    report(static_cast<std::size_t>(::getpid()));
    ::pause();
    return "";
});

pid_t process_of(WorkerProcess& staying) {
    staying.ask({});
    while (!staying.last_step()) {
        (void)staying.advance();
    }
    return static_cast<pid_t>(*staying.last_step());
}

/// glibc 2.36 declares pidfd_open for C alone.
FileDescriptor open_process(pid_t process) {
    return FileDescriptor(static_cast<int>(::syscall(SYS_pidfd_open, process, 0)));
}

/// Whether the process of a pidfd ends in that time.
bool ends_within(const FileDescriptor& process, int milliseconds) {
    pollfd polled{process.get(), POLLIN, 0};
    return ::poll(&polled, 1, milliseconds) == 1;
}

TEST(WorkerProcess, IsKilledWhenItsOwnerIsGone) {
    FileDescriptor process;
    {
        WorkerProcess worker(stay, plenty);
        process = open_process(process_of(worker));
        ASSERT_TRUE(process.is_open());
        EXPECT_FALSE(ends_within(process, 0));
    }
    EXPECT_TRUE(ends_within(process, 0)) << "the owner waited for its end";
}

TEST(WorkerProcess, DiesWithItsParent) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe(ends.data()), 0);
    const pid_t parent = ::fork();
    if (parent == 0) {
        WorkerProcess worker(stay, plenty);
        const pid_t grandchild = process_of(worker);
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

/// With many workers, the sockets of the others left one no room for the engine's own files.
TEST(WorkerProcess, HasNothingOpenButItsOwn) {
    constexpr std::size_t count = 50;
    std::vector<FileDescriptor> files;
    while (files.size() < count) {
        files.emplace_back(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    }
    const auto list = kind_of([] {
        std::string open;
        for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
            std::error_code ignored;
            const auto target = std::filesystem::read_symlink(entry.path(), ignored).string();
            open += target.find("/fd") == std::string::npos ? target.substr(0, target.find(':')) + " " : "";
        }
        return open;
    });
    const std::string open = ask_once(list, plenty);
    EXPECT_THAT(open, testing::StartsWith("/dev/null /dev/null ")) << "standard input and output";
    EXPECT_EQ(std::count(open.begin(), open.end(), ' '), 4) << open;
    EXPECT_THAT(open, HasSubstr("socket"));
}

/// A library that prints would print into the report.
TEST(WorkerProcess, PrintsNothing) {
    testing::internal::CaptureStdout();
    (void)ask_once(kind_of([] {
                       std::puts("noise");
                       std::fflush(stdout);
                       return "";
                   }),
                   plenty);
    EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
}

TEST(WorkerProcess, LeavesSignalsToItsParent) {
    EXPECT_EQ(ask_once(kind_of([] {
                           std::raise(SIGINT);
                           std::raise(SIGTERM);
                           return "still here";
                       }),
                       plenty),
              "still here");
}

} // namespace
} // namespace recital
