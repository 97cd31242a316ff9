// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/process/landlock.h"
#include "studio/process/plenty.h"
#include "studio/process/sandbox.h"
#include "studio/process/worker.h"
#include "support/scratch_folder.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <thread>
#include <vector>

namespace recital {
namespace {

using testing::HasSubstr;

/// What the worker of those needs answers.
std::string ask(const WorkerNeeds& needs, std::function<std::string()> work) {
    WorkerKind kind{"the engine",
                    [work = std::move(work)](std::string_view, const StepReporter&) { return work(); }};
    kind.needs = needs;
    return ask_once(kind, plenty);
}

/// "done", or the name of the error.
std::string outcome_of(long result) {
    return result < 0 ? ::strerrorname_np(errno) : "done";
}

std::string file_in(const testing_support::ScratchFolder& folder) {
    const auto path = folder.path() / "file";
    std::ofstream(path) << "content";
    return path.string();
}

/// A call that a worker has no business with. It gets the path of a file that exists.
struct Call {
    const char* name;
    long (*make)(const char* path);
};

class RefusedCall : public testing::TestWithParam<Call> {
protected:
    testing_support::ScratchFolder folder_;
};

char* program[] = {nullptr}; // NOLINT: as execve wants it

INSTANTIATE_TEST_SUITE_P(
    Sandbox, RefusedCall,
    testing::Values(
        Call{"socket", [](const char*) -> long { return ::socket(AF_INET, SOCK_STREAM, 0); }},
        Call{"socket_of_this_machine", [](const char*) -> long { return ::socket(AF_UNIX, SOCK_STREAM, 0); }},
        Call{"socket_pair",
             [](const char*) -> long {
                 std::array<int, 2> ends{};
                 return ::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data());
             }},
        Call{"execve", [](const char*) -> long { return ::execve("/bin/true", program, program); }},
        Call{"execveat",
             [](const char*) -> long {
                 return ::syscall(SYS_execveat, AT_FDCWD, "/bin/true", program, program, 0);
             }},
        Call{"ptrace", [](const char*) -> long { return ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr); }},
        Call{"ptrace_of_the_parent",
             [](const char*) -> long { return ::ptrace(PTRACE_ATTACH, ::getppid(), nullptr, nullptr); }},
        Call{"memory_of_the_parent",
             [](const char*) -> long {
                 char byte = 0;
                 iovec place{&byte, 1};
                 return ::syscall(SYS_process_vm_readv, ::getppid(), &place, 1, &place, 1, 0);
             }},
        Call{"signal_to_the_parent", [](const char*) -> long { return ::kill(::getppid(), SIGUSR1); }},
        Call{"open_to_write", [](const char* path) -> long { return ::open(path, O_WRONLY); }},
        Call{"open_to_read_and_write", [](const char* path) -> long { return ::open(path, O_RDWR); }},
        Call{"open_to_empty", [](const char* path) -> long { return ::open(path, O_RDONLY | O_TRUNC); }},
        Call{"open_to_make",
             [](const char* path) -> long {
                 return ::open((std::string(path) + "2").c_str(), O_RDONLY | O_CREAT, 0600);
             }},
        Call{"creat", [](const char* path) -> long { return ::creat(path, 0600); }},
        Call{"openat2",
             [](const char* path) -> long {
                 std::array<std::uint64_t, 3> how{O_RDWR, 0, 0};
                 return ::syscall(SYS_openat2, AT_FDCWD, path, how.data(), sizeof how);
             }},
        Call{"truncate", [](const char* path) -> long { return ::truncate(path, 0); }},
        Call{"unlink", [](const char* path) -> long { return ::unlink(path); }},
        Call{"rename",
             [](const char* path) -> long { return ::rename(path, (std::string(path) + "2").c_str()); }},
        Call{"link",
             [](const char* path) -> long { return ::link(path, (std::string(path) + "2").c_str()); }},
        Call{"mkdir",
             [](const char* path) -> long { return ::mkdir((std::string(path) + "2").c_str(), 0700); }},
        Call{"chmod", [](const char* path) -> long { return ::chmod(path, 0777); }},
        Call{"terminal_input", [](const char*) -> long { return ::ioctl(STDERR_FILENO, TIOCSTI, "x"); }},
        Call{"fork", [](const char*) -> long { return ::fork(); }},
        Call{"namespaces", [](const char*) -> long { return ::syscall(SYS_unshare, 0x10000000); }},
        Call{"io_uring", [](const char*) -> long { return ::syscall(SYS_io_uring_setup, 1, nullptr); }}),
    [](const auto& call) { return call.param.name; });

TEST_P(RefusedCall, Fails) {
    const std::string path = file_in(folder_);
    WorkerNeeds needs;
    needs.readable = {folder_.path()};
    EXPECT_EQ(ask(needs, [&] { return outcome_of(GetParam().make(path.c_str())); }), "ENOSYS");
    EXPECT_TRUE(std::filesystem::exists(path));
    EXPECT_EQ(std::filesystem::file_size(path), 7U);
}

/// A worker that renders takes has a process started before it gives up its rights.
TEST(Sandbox, ComesAfterTheWorkerIsPrepared) {
    pid_t child = 0;
    WorkerKind kind{"the engine", [&child](std::string_view, const StepReporter&) {
                        int status = 0;
                        ::waitpid(child, &status, 0);
                        return std::to_string(WEXITSTATUS(status));
                    }};
    kind.prepare = [&child](const StepReporter&) {
        child = ::fork();
        if (child == 0) {
            ::_exit(7);
        }
    };
    EXPECT_EQ(ask_once(kind, plenty), "7");
}

TEST(Sandbox, HoldsInThreads) {
    EXPECT_EQ(ask({},
                  [] {
                      std::string outcome;
                      std::thread([&] { outcome = outcome_of(::socket(AF_INET, SOCK_STREAM, 0)); }).join();
                      return outcome;
                  }),
              "ENOSYS");
}

TEST(Sandbox, CannotBeLeft) {
    EXPECT_EQ(ask({}, [] { return std::to_string(::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0)); }), "-1")
        << "prctl is not for asking either";
    std::ifstream status; // of a worker, read by its parent
    WorkerKind stay{"the engine", [](std::string_view, const StepReporter& report) {
                        report(static_cast<std::size_t>(::getpid()));
                        ::pause();
                        return std::string();
                    }};
    WorkerProcess worker(stay, plenty);
    worker.ask({});
    while (!worker.last_step()) {
        (void)worker.advance();
    }
    status.open("/proc/" + std::to_string(*worker.last_step()) + "/status");
    const std::string text{std::istreambuf_iterator<char>(status), {}};
    EXPECT_THAT(text, HasSubstr("NoNewPrivs:\t1"));
    EXPECT_THAT(text, HasSubstr("Seccomp:\t2"));
}

TEST(Sandbox, OpensWhatItNeeds) {
    if (landlock_version() == 0) {
        GTEST_SKIP() << "this kernel has no Landlock";
    }
    const testing_support::ScratchFolder folder;
    const testing_support::ScratchFolder other;
    const std::string path = file_in(folder);
    const std::string other_path = file_in(other);
    WorkerNeeds needs;
    needs.readable = {folder.path(), "/no/such/folder"};
    const auto open = [](const std::string& file) {
        return [file] { return outcome_of(::open(file.c_str(), O_RDONLY)); };
    };
    EXPECT_EQ(ask(needs, open(path)), "done");
    EXPECT_EQ(ask(needs, open(other_path)), "EACCES");
    EXPECT_EQ(ask(needs, open("/etc/passwd")), "EACCES");
    EXPECT_EQ(ask({}, open(path)), "EACCES");
    EXPECT_EQ(ask({}, open("/etc/fonts/fonts.conf")), "done");
    EXPECT_EQ(ask({}, open(std::string(RECITAL_SOURCE_DIR) + "/data/languages/en/units.tsv")), "done");
}

/// A file that a library of the worker opened before it gave up its rights can be written, but not without
/// end.
TEST(Sandbox, LimitsTheSizeOfFiles) {
    const testing_support::ScratchFolder folder;
    const std::string path = file_in(folder);
    int file = -1;
    WorkerKind write{"the engine", [&file](std::string_view, const StepReporter&) {
                         const std::string block(1000, 'x');
                         (void)::write(file, block.data(), block.size());
                         return outcome_of(::write(file, block.data(), block.size()));
                     }};
    write.prepare = [&](const StepReporter&) { file = ::open(path.c_str(), O_WRONLY); };
    write.needs.file_bytes = 1000;
    WorkerProcess worker(write, plenty);
    worker.ask("x");
    worker.finish();
    EXPECT_EQ(worker.answer(), "EFBIG");
}

TEST(Sandbox, LimitsOpenFiles) {
    WorkerNeeds needs;
    needs.descriptors = 20;
    EXPECT_EQ(ask(needs,
                  [] {
                      while (::dup(STDERR_FILENO) >= 0) {
                      }
                      return outcome_of(-1);
                  }),
              "EMFILE");
}

#if !defined(__SANITIZE_ADDRESS__)
TEST(Sandbox, LimitsMemory) {
    WorkerNeeds needs;
    needs.memory_bytes = std::uint64_t{32} << 20U;
    EXPECT_EQ(
        ask(needs, [] { return std::to_string(std::vector<char>(std::size_t{16} << 20U).size() >> 20U); }),
        "16");
    try {
        (void)ask(needs, [] { return std::to_string(std::vector<char>(std::size_t{64} << 20U).size()); });
        FAIL() << "it had the memory";
    } catch (const Error& error) {
        EXPECT_STREQ(error.what(), "the engine needs more memory than it may use (32 MiB): divide the input "
                                   "into smaller parts");
    }
}
#endif

} // namespace
} // namespace recital
