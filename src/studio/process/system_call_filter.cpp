// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/process/system_call_filter.h"

#include "base/error.h"
#include "base/file.h"
#include "base/system/system_error.h"

#include <asm/ioctls.h>
#include <fcntl.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

namespace recital {

namespace {

using Context = std::unique_ptr<void, decltype(&seccomp_release)>;

/// Calls that are allowed with any arguments. Those that a machine's architecture lacks have negative
/// numbers.
constexpr std::array always_allowed = {
    // memory
    SCMP_SYS(brk), SCMP_SYS(mmap), SCMP_SYS(mmap2), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(mprotect),
    SCMP_SYS(madvise), SCMP_SYS(msync), SCMP_SYS(mincore), SCMP_SYS(membarrier), SCMP_SYS(memfd_create),
    // threads and signals of this process
    SCMP_SYS(futex), SCMP_SYS(futex_time64), SCMP_SYS(set_robust_list), SCMP_SYS(set_tid_address),
    SCMP_SYS(rseq), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(sched_getparam),
    SCMP_SYS(sched_getscheduler), SCMP_SYS(getcpu), SCMP_SYS(gettid), SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigpending), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigreturn),
    SCMP_SYS(sigaltstack), SCMP_SYS(pause), SCMP_SYS(restart_syscall), SCMP_SYS(exit), SCMP_SYS(exit_group),
    SCMP_SYS(wait4), SCMP_SYS(waitid),
    // what the process is
    SCMP_SYS(getpid), SCMP_SYS(getppid), SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid),
    SCMP_SYS(getegid), SCMP_SYS(getrlimit), SCMP_SYS(ugetrlimit), SCMP_SYS(setrlimit), SCMP_SYS(getrusage),
    SCMP_SYS(times), SCMP_SYS(uname), SCMP_SYS(sysinfo), SCMP_SYS(getrandom), SCMP_SYS(getcwd),
    // time
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_gettime64), SCMP_SYS(clock_getres), SCMP_SYS(gettimeofday),
    SCMP_SYS(time), SCMP_SYS(nanosleep), SCMP_SYS(clock_nanosleep), SCMP_SYS(clock_nanosleep_time64),
    // what is open
    SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(preadv), SCMP_SYS(write), SCMP_SYS(writev),
    SCMP_SYS(pwrite64), SCMP_SYS(lseek), SCMP_SYS(_llseek), SCMP_SYS(ftruncate), SCMP_SYS(fallocate),
    SCMP_SYS(fsync), SCMP_SYS(fdatasync), SCMP_SYS(close), SCMP_SYS(close_range), SCMP_SYS(dup),
    SCMP_SYS(dup2), SCMP_SYS(dup3), SCMP_SYS(fadvise64), SCMP_SYS(readahead), SCMP_SYS(poll), SCMP_SYS(ppoll),
    SCMP_SYS(select), SCMP_SYS(pselect6), SCMP_SYS(_newselect), SCMP_SYS(pipe), SCMP_SYS(pipe2),
    SCMP_SYS(eventfd2), SCMP_SYS(recvfrom),
    // what is there
    SCMP_SYS(stat), SCMP_SYS(fstat), SCMP_SYS(lstat), SCMP_SYS(newfstatat), SCMP_SYS(statx), SCMP_SYS(stat64),
    SCMP_SYS(fstat64), SCMP_SYS(lstat64), SCMP_SYS(fstatat64), SCMP_SYS(statfs), SCMP_SYS(fstatfs),
    SCMP_SYS(statfs64), SCMP_SYS(fstatfs64), SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2),
    SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getdents), SCMP_SYS(getdents64)};

/// Stands in the program for the id of the process that enters it: no process has an id of that size.
constexpr std::uint32_t own_process = 0x7E57AB1E;

// How a process that makes a filter ends.
constexpr int exit_made = 0;
constexpr int exit_unknown_architecture = 3;
constexpr int exit_not_made = 4;

/// A rule that is missing for lack of memory would be missed only when a worker makes the call. Other
/// failures are those of calls that the architecture does not have.
void require_memory(int result) {
    if (result == -ENOMEM) {
        ::_exit(exit_not_made);
    }
}

// NOLINTBEGIN(cppcoreguidelines-pro-type-vararg, hicpp-vararg): libseccomp's interface
void allow(void* context, int call, const scmp_arg_cmp& condition) {
    require_memory(seccomp_rule_add(context, SCMP_ACT_ALLOW, call, 1, condition));
}

/// Arguments are compared as the 64 bits of which the kernel hands on the lower ones.
scmp_arg_cmp equals(unsigned argument, std::uint64_t value) {
    return {argument, SCMP_CMP_MASKED_EQ, std::numeric_limits<std::uint32_t>::max(), value};
}

scmp_arg_cmp has_none_of(unsigned argument, std::uint64_t bits) {
    return {argument, SCMP_CMP_MASKED_EQ, bits, 0};
}

/// Opening a file for reading alone, without making, emptying or extending it.
void allow_reading_files(void* context) {
    constexpr std::uint64_t writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC;
    allow(context, SCMP_SYS(open), has_none_of(1, writing));
    allow(context, SCMP_SYS(openat), has_none_of(2, writing));
}

/// A terminal can be fed with input through TIOCSTI.
void allow_harmless_requests(void* context) {
    for (const int request : {TCGETS, FIONREAD, FIOCLEX, FIONBIO}) {
        allow(context, SCMP_SYS(ioctl), equals(1, static_cast<unsigned>(request)));
    }
    for (const int command : {F_DUPFD, F_DUPFD_CLOEXEC, F_GETFD, F_SETFD, F_GETFL, F_SETFL}) {
        allow(context, SCMP_SYS(fcntl), equals(1, static_cast<unsigned>(command)));
        allow(context, SCMP_SYS(fcntl64), equals(1, static_cast<unsigned>(command)));
    }
    for (const int option : {PR_SET_NAME, PR_GET_NAME, PR_SET_PDEATHSIG, PR_GET_DUMPABLE, PR_SET_VMA}) {
        allow(context, SCMP_SYS(prctl), equals(0, static_cast<unsigned>(option)));
    }
}

/// Threads of this process. Of clone3 the kernel shows a filter only where its arguments are: glibc uses
/// clone instead if it is told that there is no clone3.
void allow_threads(void* context) {
    constexpr std::uint64_t of_same_process = CLONE_THREAD | CLONE_VM | CLONE_SIGHAND;
    allow(context, SCMP_SYS(clone), {0, SCMP_CMP_MASKED_EQ, of_same_process, of_same_process});
}

/// What names a process: this one alone. A process that aborts sends itself a signal.
void allow_own_process(void* context) {
    allow(context, SCMP_SYS(tgkill), equals(0, own_process));
    allow(context, SCMP_SYS(kill), equals(0, own_process));
    allow(context, SCMP_SYS(prlimit64), equals(0, 0));
}

/// Only to the other end: a connected socket needs no address.
void allow_sending(void* context) {
    allow(context, SCMP_SYS(sendto), {4, SCMP_CMP_EQ, 0, 0});
}

/// Leaves the filter in the file. Ends the process.
[[noreturn]] void make_filter(int file) {
    if (seccomp_arch_native() == 0) {
        ::_exit(exit_unknown_architecture);
    }
    const Context context(seccomp_init(SCMP_ACT_ERRNO(ENOSYS)), &seccomp_release);
    if (context == nullptr) {
        ::_exit(exit_not_made);
    }
    constexpr std::uint32_t as_a_tree = 2;
    seccomp_attr_set(context.get(), SCMP_FLTATR_CTL_OPTIMIZE, as_a_tree);
    for (const int call : always_allowed) {
        if (call >= 0) {
            require_memory(seccomp_rule_add(context.get(), SCMP_ACT_ALLOW, call, 0));
        }
    }
    allow_reading_files(context.get());
    allow_harmless_requests(context.get());
    allow_threads(context.get());
    allow_own_process(context.get());
    allow_sending(context.get());
    ::_exit(seccomp_export_bpf(context.get(), file) == 0 ? exit_made : exit_not_made);
}
// NOLINTEND(cppcoreguidelines-pro-type-vararg, hicpp-vararg)

/// Ends a process that was stopped, or hangs.
void end_after_deadline(pid_t process) {
    constexpr int deadline_milliseconds = 3000;                                           // it needs a few
    const FileDescriptor handle(static_cast<int>(::syscall(SYS_pidfd_open, process, 0))); // since Linux 5.3
    pollfd end{handle.get(), POLLIN, 0};
    int events = 0;
    while ((events = ::poll(&end, 1, deadline_milliseconds)) < 0 && errno == EINTR) {
    }
    if (events == 0) {
        ::kill(process, SIGKILL);
    }
}

/// How a process that made a filter in the file ended.
int exit_code_of_making(int file) {
    const pid_t maker = ::fork();
    if (maker == 0) {
        ::close(STDERR_FILENO); // what the C library says of damaged memory is not for the person
        make_filter(file);
    }
    if (maker < 0) {
        throw Error(ErrorKind::engine, "no process can be started: " + system_error_text(errno));
    }
    end_after_deadline(maker);
    int status = 0;
    while (::waitpid(maker, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : exit_not_made;
}

/// The same, tried once more if it fails.
int exit_code_of_two_tries(int file) {
    const int exit_code = exit_code_of_making(file);
    if (exit_code != exit_not_made || ::ftruncate(file, 0) != 0 || ::lseek(file, 0, SEEK_SET) != 0) {
        return exit_code;
    }
    return exit_code_of_making(file);
}

/// The instructions of the filter; none if libseccomp does not know the architecture. They are made in a
/// process of its own: libseccomp 2.5 frees memory twice when it gets none.
std::vector<sock_filter> make_program() {
    const FileDescriptor file(::memfd_create("filter", MFD_CLOEXEC));
    if (!file.is_open()) {
        throw Error(ErrorKind::engine, "no process can be started: " + system_error_text(errno));
    }
    const int exit_code = exit_code_of_two_tries(file.get());
    if (exit_code == exit_unknown_architecture) {
        return {};
    }
    struct stat status{};
    if (exit_code != exit_made || ::fstat(file.get(), &status) != 0) {
        throw Error(ErrorKind::engine,
                    "the limits of a worker cannot be made: there is not enough memory, or "
                    "no process can be started");
    }
    std::vector<sock_filter> program(static_cast<std::size_t>(status.st_size) / sizeof(sock_filter));
    if (::pread(file.get(), program.data(), program.size() * sizeof(sock_filter), 0) != status.st_size) {
        throw Error(ErrorKind::engine, "the limits of a worker cannot be read");
    }
    return program;
}

} // namespace

SystemCallFilter::SystemCallFilter() : program_(make_program()) {}

const SystemCallFilter& SystemCallFilter::of_workers() {
    static const SystemCallFilter filter;
    return filter;
}

bool SystemCallFilter::enter() const {
    if (program_.empty()) {
        return false;
    }
    std::vector<sock_filter> program = program_;
    for (sock_filter& instruction : program) {
        if (instruction.k == own_process) {
            instruction.k = static_cast<std::uint32_t>(::getpid());
        }
    }
    const sock_fprog whole{static_cast<unsigned short>(program.size()), program.data()};
    return ::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &whole) == 0;
}

} // namespace recital
