// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/process/worker_service.h"

#include "base/byte_order.h"
#include "base/byte_stream.h"
#include "base/system/heap.h"
#include "base/system/system_error.h"
#include "studio/process/message.h"
#include "studio/process/sandbox.h"
#include "studio/process/signals.h"
#include "studio/process/stack_guard.h"
#include "studio/process/worker_exit.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace recital {

namespace {

void send(int socket, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count < 0 && errno != EINTR) {
            ::_exit(EXIT_FAILURE); // the parent is gone
        }
        bytes.remove_prefix(count < 0 ? 0 : static_cast<std::size_t>(count));
    }
}

/// A short message goes in one piece. A long one is not copied.
void send(int socket, Message kind, std::string_view content) {
    constexpr std::size_t max_copied = std::size_t{1} << 18U;
    std::string first(1, static_cast<char>(kind));
    put_little_endian(first, content.size(), length_bytes);
    first += content.substr(0, max_copied);
    send(socket, first);
    send(socket, content.substr(std::min(content.size(), max_copied)));
}

/// False if nobody asks any more.
bool receive(int socket, char* bytes, std::size_t size) {
    while (size > 0) {
        const ssize_t count = ::recv(socket, bytes, size, 0);
        if (count == 0 || (count < 0 && errno != EINTR)) {
            return false;
        }
        bytes += std::max<ssize_t>(count, 0);
        size -= static_cast<std::size_t>(std::max<ssize_t>(count, 0));
    }
    return true;
}

/// Nothing if nobody asks any more.
std::optional<std::string> receive_request(int socket) {
    std::string length(length_bytes, '\0');
    if (!receive(socket, length.data(), length.size())) {
        return std::nullopt;
    }
    std::string request(read_little_endian(length), '\0');
    return receive(socket, request.data(), request.size()) ? std::optional(std::move(request)) : std::nullopt;
}

/// From now on the process may use so much CPU time more.
void limit_cpu_time(unsigned seconds) {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    rlimit limit{};
    ::getrlimit(RLIMIT_CPU, &limit);
    constexpr rlim_t microseconds = 1000000;
    const auto used_microseconds =
        static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * microseconds +
        static_cast<rlim_t>(used.ru_utime.tv_usec + used.ru_stime.tv_usec);
    const rlim_t used_seconds = (used_microseconds + microseconds - 1) / microseconds;
    limit.rlim_cur = std::min(limit.rlim_max, used_seconds + seconds);
    ::setrlimit(RLIMIT_CPU, &limit);
}

/// What libraries print is kept for the message about the worker's death; nothing of it reaches a terminal
/// unchecked. The address sanitizer prints much more than is kept, so it prints as usual.
void redirect_errors(int messages) {
#if !defined(__SANITIZE_ADDRESS__)
    if (messages < 0 || ::dup2(messages, STDERR_FILENO) < 0) {
        ::close(STDERR_FILENO);
    }
#else
    (void)messages;
#endif
}

/// Leaves standard error and the socket. What else the parent has open, such as the sockets of other workers,
/// would use up what the worker may open, files that the parent holds locked would stay locked, and a library
/// that prints would print into the report.
void close_inherited(int socket) {
    constexpr int first_after_streams = 3;
    if (socket > first_after_streams) {
        ::close_range(first_after_streams, static_cast<unsigned>(socket) - 1, 0);
    }
    ::close_range(static_cast<unsigned>(std::max(socket + 1, first_after_streams)), ~0U, 0);
    if (const int nothing = ::open("/dev/null", O_RDWR); nothing >= 0) {
        ::dup2(nothing, STDIN_FILENO);
        ::dup2(nothing, STDOUT_FILENO);
        if (nothing != STDERR_FILENO) {
            ::close(nothing);
        }
    }
}

StepReporter step_reporter(int socket) {
    return [socket](std::size_t step) {
        ByteWriter content;
        content.number(step);
        send(socket, Message::step, content.take());
    };
}

/// The sandbox limits the memory of each worker, and whoever started the run may have limited it further.
Error memory_error(const WorkerKind& kind) {
    return {kind.failure,
            has_memory_limit()
                ? fmt::format("{} is {}", kind.name, memory_error_text())
                : fmt::format(
                      "{} needs more memory than it may use ({} MiB): divide the input into smaller parts",
                      kind.name, kind.needs.memory_bytes >> 20U)};
}

void answer_request(const WorkerKind& kind, int socket, std::string_view request) {
    try {
        send(socket, Message::answer, kind.answer(request, step_reporter(socket)));
    } catch (const Error& error) {
        send(socket, Message::error, encode_error(error));
    } catch (const std::bad_alloc&) {
        send(socket, Message::error, encode_error(memory_error(kind)));
    } catch (const std::exception& error) {
        send(socket, Message::error, encode_error(Error(ErrorKind::internal, error.what())));
    }
}

void prepare(const WorkerKind& kind, int socket) {
    try {
        if (kind.prepare) {
            kind.prepare(step_reporter(socket));
        }
    } catch (const std::bad_alloc&) {
        ::_exit(exit_out_of_memory);
    }
}

} // namespace

void serve(const WorkerKind& kind, int socket, int messages, unsigned cpu_seconds, pid_t parent) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) {
        ::_exit(EXIT_FAILURE); // it ended before it could be watched
    }
    use_untouched_heap();
    ignore_signals();
    ::signal(SIGXCPU, SIG_DFL);
    guard_stack([] { ::_exit(exit_out_of_stack); });
    redirect_errors(messages);
    close_inherited(socket);
    prepare(kind, socket);
    give_up_files(kind.needs);
    give_up_calls();
    while (const std::optional<std::string> request = receive_request(socket)) {
        limit_cpu_time(cpu_seconds);
        answer_request(kind, socket, *request);
    }
    if (kind.finish) {
        kind.finish();
    }
    ::_exit(EXIT_SUCCESS);
}

} // namespace recital
