// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/process/sandbox_probe.h"

#include "base/byte_stream.h"
#include "base/file.h"
#include "studio/process/landlock.h"
#include "studio/process/worker.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <string>

namespace recital {

namespace {

constexpr std::size_t probed_memory_bytes = std::size_t{32} << 20U;
constexpr std::size_t probed_file_bytes = 4096;

/// Any file that everybody may read and no worker needs.
constexpr const char* foreign_file = "/etc/passwd";

bool refuses_calls() {
    std::array<char*, 1> nothing{};
    // None of these does harm if it is allowed, but that a program would take the place of the worker: it is
    // tried with a name that no program has.
    const bool no_socket = ::socket(AF_UNIX, SOCK_STREAM, 0) < 0;
    const bool no_writing = ::open("/dev/null", O_WRONLY | O_CLOEXEC) < 0;
    const bool no_program = ::execve("/", nothing.data(), nothing.data()) < 0 && errno == ENOSYS;
    const bool no_tracing = ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) < 0;
    return no_socket && no_writing && no_program && no_tracing;
}

bool refuses_files() {
    return ::access(foreign_file, R_OK) == 0 &&
           !FileDescriptor(::open(foreign_file, O_RDONLY | O_CLOEXEC)).is_open();
}

/// Private memory that is mapped and not touched: nothing is used up.
bool limits_memory() {
    void* const memory =
        ::mmap(nullptr, 2 * probed_memory_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory != MAP_FAILED) {
        ::munmap(memory, 2 * probed_memory_bytes);
    }
    return memory == MAP_FAILED;
}

bool limits_file_size() {
    const FileDescriptor file(::memfd_create("probe", MFD_CLOEXEC));
    const std::string block(probed_file_bytes, '\0');
    return file.is_open() && ::write(file.get(), block.data(), block.size()) > 0 &&
           ::write(file.get(), block.data(), block.size()) < 0;
}

bool has_no_new_privileges() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("NoNewPrivs:")) {
            return line.ends_with('1');
        }
    }
    return false;
}

std::string probe(std::string_view /*request*/, const StepReporter& /*report_step*/) {
    ByteWriter out;
    out.flag(has_no_new_privileges());
    out.flag(refuses_calls());
    out.flag(refuses_files());
    out.flag(limits_memory());
    out.flag(limits_file_size());
    return out.take();
}

} // namespace

SandboxProbe probe_sandbox() {
    WorkerKind kind{"the probe of the sandbox", probe};
    kind.needs.memory_bytes = probed_memory_bytes;
    kind.needs.file_bytes = probed_file_bytes;
    constexpr WorkerLimits limits{10, 10};
    const std::string answer = ask_once(kind, limits);
    ByteReader in(answer);
    SandboxProbe found;
    found.no_new_privileges = in.flag();
    found.calls_refused = in.flag();
    found.files_refused = in.flag();
    found.memory_limited = in.flag();
    found.file_size_limited = in.flag();
    found.landlock = landlock_version();
    return found;
}

} // namespace recital
