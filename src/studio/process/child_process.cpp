// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/process/child_process.h"

#include "base/strings.h"
#include "studio/process/signals.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <malloc.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>

namespace recital {

namespace {

enum class Message : char { step = 'S', answer = 'A', error = 'E' };

/// A message is its kind, the length of its content as 32 bits, and the content.
constexpr std::size_t header_bytes = 1 + sizeof(std::uint32_t);

void send(int pipe, Message kind, const std::string& content) {
    std::string bytes(1, static_cast<char>(kind));
    const auto size = static_cast<std::uint32_t>(content.size());
    bytes.append(reinterpret_cast<const char*>(&size), sizeof size);
    bytes += content;
    std::string_view rest = bytes;
    while (!rest.empty()) {
        const ssize_t count = ::write(pipe, rest.data(), rest.size());
        if (count < 0 && errno != EINTR) {
            ::_exit(EXIT_FAILURE); // the parent is gone
        }
        rest.remove_prefix(count < 0 ? 0 : static_cast<std::size_t>(count));
    }
}

std::string encode(const Error& error) {
    return fmt::format("{}\n{}\n{}\n{}", static_cast<int>(error.kind()), error.place().line,
                       error.place().file, error.what());
}

Error decode(std::string_view text) {
    const auto cut = [&text] { return std::string(cut_front(text, '\n')); };
    const int kind = std::stoi(cut());
    const std::size_t line = std::stoul(cut());
    const std::string file = cut();
    return {static_cast<ErrorKind>(kind), std::string(text), {file, line}};
}

void limit_cpu_time(unsigned seconds) {
    const rlimit limit{seconds, rlim_t{seconds} + 1};
    ::setrlimit(RLIMIT_CPU, &limit);
    const rlimit no_core{0, 0}; // a crash is reported by its sentence, not by a file of the whole memory
    ::setrlimit(RLIMIT_CORE, &no_core);
}

/// A child lives for one take and holds a few large buffers after each other. Memory that stays mapped is not
/// cleared again by the kernel for each of them, and huge pages are fetched at once, not four kilobytes at a
/// time: together a twentieth of what a take costs.
void prepare_memory() {
    constexpr int max_kept_bytes = 1 << 28;
    ::mallopt(M_MMAP_THRESHOLD, max_kept_bytes);
    ::mallopt(M_TRIM_THRESHOLD, max_kept_bytes);
    constexpr std::size_t usual_bytes = std::size_t{16} << 20U;
    void* const heap = std::malloc(usual_bytes);
    void* pages = heap;
    std::size_t bytes = usual_bytes;
    if (std::align(static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)), 1, pages, bytes) != nullptr) {
        ::madvise(pages, bytes, MADV_HUGEPAGE); // merely a wish
    }
    std::free(heap);
}

/// Leaves the standard streams and the pipe: what else the parent has open, such as the pipes of other
/// children, would only use up what the child may open, and files that the parent holds locked stay locked.
void close_inherited(int pipe) {
    constexpr int first_after_streams = 3;
    if (pipe > first_after_streams) {
        ::close_range(first_after_streams, static_cast<unsigned>(pipe) - 1, 0);
    }
    ::close_range(static_cast<unsigned>(std::max(pipe + 1, first_after_streams)), ~0U, 0);
}

[[noreturn]] void run_child(const std::function<std::string(const StepReporter&)>& work, int pipe,
                            unsigned cpu_seconds) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ignore_signals();
    close_inherited(pipe);
    limit_cpu_time(cpu_seconds);
    prepare_memory();
    try {
        const auto report_step = [pipe](std::size_t step) {
            send(pipe, Message::step, std::to_string(step));
        };
        send(pipe, Message::answer, work(report_step));
    } catch (const Error& error) {
        send(pipe, Message::error, encode(error));
    } catch (const std::exception& error) {
        send(pipe, Message::error, encode(Error(ErrorKind::internal, error.what())));
    }
    ::_exit(EXIT_SUCCESS);
}

[[noreturn]] void throw_no_process() {
    throw Error(ErrorKind::engine, fmt::format("no process can be started: {}: fewer workers (-j) need less",
                                               std::strerror(errno)));
}

} // namespace

ChildProcess::ChildProcess(const std::function<std::string(const StepReporter&)>& work, unsigned cpu_seconds,
                           std::string worker)
    : worker_(std::move(worker)) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        throw_no_process();
    }
    pipe_ = FileDescriptor(ends[0]);
    const FileDescriptor child_end(ends[1]);
    process_ = ::fork();
    if (process_ < 0) {
        throw_no_process();
    }
    if (process_ == 0) {
        run_child(work, child_end.get(), cpu_seconds);
    }
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : worker_(std::move(other.worker_)), process_(std::exchange(other.process_, -1)),
      pipe_(std::move(other.pipe_)), received_(std::move(other.received_)), answer_(std::move(other.answer_)),
      error_(std::move(other.error_)), last_step_(other.last_step_), status_(other.status_) {}

ChildProcess& ChildProcess::operator=(ChildProcess&& other) noexcept {
    std::swap(worker_, other.worker_);
    std::swap(process_, other.process_);
    std::swap(pipe_, other.pipe_);
    std::swap(received_, other.received_);
    std::swap(answer_, other.answer_);
    std::swap(error_, other.error_);
    std::swap(last_step_, other.last_step_);
    std::swap(status_, other.status_);
    return *this;
}

ChildProcess::~ChildProcess() {
    if (process_ > 0) {
        ::kill(process_, SIGKILL);
        reap();
    }
}

void ChildProcess::reap() {
    while (::waitpid(process_, &status_, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
}

bool ChildProcess::receive() {
    std::array<char, 4096> block{};
    const ssize_t count = ::read(pipe_.get(), block.data(), block.size());
    if (count < 0) {
        return false; // interrupted
    }
    if (count == 0) {
        reap();
        return true;
    }
    received_.append(block.data(), static_cast<std::size_t>(count));
    parse_messages();
    return false;
}

void ChildProcess::finish() {
    while (!receive()) {
    }
}

void ChildProcess::parse_messages() {
    while (received_.size() >= header_bytes) {
        std::uint32_t size = 0;
        std::memcpy(&size, &received_[1], sizeof size);
        if (received_.size() < header_bytes + size) {
            return;
        }
        std::string content = received_.substr(header_bytes, size);
        const auto kind = static_cast<Message>(received_[0]);
        received_.erase(0, header_bytes + size);
        switch (kind) {
        case Message::step:
            last_step_ = std::stoul(content);
            break;
        case Message::answer:
            answer_ = std::move(content);
            break;
        case Message::error:
            error_ = decode(content);
            break;
        }
    }
}

std::string ChildProcess::answer() const {
    if (error_) {
        throw Error(*error_);
    }
    if (answer_) {
        return *answer_;
    }
    if (WIFSIGNALED(status_) && (WTERMSIG(status_) == SIGXCPU || WTERMSIG(status_) == SIGKILL)) {
        throw Error(ErrorKind::engine,
                    worker_ + (WTERMSIG(status_) == SIGXCPU ? " did not come to an end" : " was killed"));
    }
    throw Error(ErrorKind::engine, WIFSIGNALED(status_)
                                       ? fmt::format("{} crashed (signal {})", worker_, WTERMSIG(status_))
                                       : worker_ + " ended its process");
}

} // namespace recital
