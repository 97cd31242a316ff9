// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/process/worker_process.h"

#include "base/byte_order.h"
#include "base/byte_stream.h"
#include "base/strings.h"
#include "base/system/system_error.h"
#include "studio/process/message.h"
#include "studio/process/signals.h"
#include "studio/process/worker_exit.h"
#include "studio/process/worker_service.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

namespace recital {

namespace {

[[noreturn]] void throw_no_process(int error) {
    throw Error(ErrorKind::engine, fmt::format("no process can be started: {}, or use fewer workers (-j)",
                                               system_error_text(error)))
        .set_transient(true);
}

/// A pipe that never blocks whoever writes: what has no room in it is lost.
struct MessagePipe {
    FileDescriptor reading;
    FileDescriptor writing;

    MessagePipe() {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) == 0) {
            reading = FileDescriptor(ends[0]);
            writing = FileDescriptor(ends[1]);
        }
    }
};

/// "1 GiB", "64 MiB", "512 bytes"
std::string size_text(std::uint64_t bytes) {
    constexpr std::uint64_t mebibyte = std::uint64_t{1} << 20U;
    constexpr std::uint64_t gibibyte = std::uint64_t{1} << 30U;
    if (bytes >= gibibyte) {
        return fmt::format("{:.4g} GiB", static_cast<double>(bytes) / static_cast<double>(gibibyte));
    }
    return bytes >= mebibyte
               ? fmt::format("{:.4g} MiB", static_cast<double>(bytes) / static_cast<double>(mebibyte))
               : fmt::format("{} bytes", bytes);
}

/// Cuts the first message off the bytes. Returns its content, of that size, which is not copied if nothing
/// follows it.
std::string cut_message(std::string& bytes, std::size_t size) {
    std::string rest = bytes.substr(header_bytes + size);
    bytes.resize(header_bytes + size);
    bytes.erase(0, header_bytes);
    return std::exchange(bytes, std::move(rest));
}

/// True if this user may run so few processes that a library of a worker may fail to start a thread. Some
/// then end the process.
bool may_lack_threads() {
    constexpr rlim_t few = 100;
    rlimit limit{};
    return ::getrlimit(RLIMIT_NPROC, &limit) == 0 && limit.rlim_cur < few;
}

} // namespace

WorkerProcess::WorkerProcess(const WorkerKind& kind, const WorkerLimits& limits)
    : name_(kind.name), failure_(kind.failure), limits_(limits), finishes_(kind.finish != nullptr) {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        throw_no_process(errno);
    }
    socket_ = FileDescriptor(ends[0]);
    const FileDescriptor worker_end(ends[1]);
    MessagePipe messages;
    prepare_sandbox();
    const pid_t parent = ::getpid();
    process_ = ::fork();
    if (process_ < 0) {
        throw_no_process(errno);
    }
    if (process_ == 0) {
        serve(kind, worker_end.get(), messages.writing.get(), limits.cpu_seconds, parent);
    }
    messages_ = std::move(messages.reading);
}

WorkerProcess::WorkerProcess(WorkerProcess&& other) noexcept {
    *this = std::move(other);
}

WorkerProcess& WorkerProcess::operator=(WorkerProcess&& other) noexcept {
    std::swap(name_, other.name_);
    std::swap(failure_, other.failure_);
    std::swap(limits_, other.limits_);
    std::swap(finishes_, other.finishes_);
    std::swap(process_, other.process_);
    std::swap(socket_, other.socket_);
    std::swap(messages_, other.messages_);
    std::swap(unsent_, other.unsent_);
    std::swap(sent_, other.sent_);
    std::swap(received_, other.received_);
    std::swap(answer_, other.answer_);
    std::swap(error_, other.error_);
    std::swap(last_step_, other.last_step_);
    std::swap(reason_, other.reason_);
    std::swap(status_, other.status_);
    std::swap(watched_at_, other.watched_at_);
    std::swap(waited_, other.waited_);
    return *this;
}

WorkerProcess::~WorkerProcess() {
    if (process_ > 0 && !finishes()) {
        ::kill(process_, SIGKILL);
        end();
    }
}

/// Whether the process ended by itself in the time that it has for it.
bool WorkerProcess::finishes() {
    constexpr int max_turns = 1000;
    constexpr unsigned turn_microseconds = 500;
    if (!finishes_ || has_died()) {
        return false;
    }
    socket_.close();
    for (int n = 0; n < max_turns; ++n) {
        if (::waitpid(process_, &status_, WNOHANG) == process_) {
            process_ = -1;
            return true;
        }
        ::usleep(turn_microseconds);
    }
    return false;
}

void WorkerProcess::end() {
    while (::waitpid(process_, &status_, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
}

void WorkerProcess::ask(std::string_view request) {
    answer_.reset();
    error_.reset();
    last_step_.reset();
    unsent_.clear();
    put_little_endian(unsent_, request.size(), length_bytes);
    unsent_ += request;
    sent_ = 0;
    waited_ = {};
    watched_at_ = std::chrono::steady_clock::now();
    send_some();
}

short WorkerProcess::poll_events() const {
    return unsent_.empty() ? POLLIN : POLLIN | POLLOUT;
}

void WorkerProcess::send_some() {
    while (sent_ < unsent_.size()) {
        const ssize_t count = ::send(socket_.get(), unsent_.data() + sent_, unsent_.size() - sent_,
                                     MSG_DONTWAIT | MSG_NOSIGNAL);
        if (count < 0) {
            return; // it is busy, or dead: receiving will tell
        }
        sent_ += static_cast<std::size_t>(count);
    }
    std::string().swap(unsent_); // a request may be a whole book
    sent_ = 0;
}

/// False when there is nothing more for the moment.
bool WorkerProcess::receive_some() {
    std::array<char, std::size_t{1} << 16U> block; // NOLINT(cppcoreguidelines-pro-type-member-init): received
    const ssize_t count = ::recv(socket_.get(), block.data(), block.size(), MSG_DONTWAIT);
    if (count > 0) {
        received_.append(block.data(), static_cast<std::size_t>(count));
        parse_messages();
        return true;
    }
    if (count == 0 || (errno != EAGAIN && errno != EINTR)) {
        ::kill(process_, SIGKILL); // it may have closed its end and live on
        end();
    }
    return false;
}

bool WorkerProcess::advance() {
    constexpr int max_blocks = 64; // of a flood: whoever waits has others to look after
    send_some();
    for (int n = 0; n < max_blocks && process_ > 0 && has_died() && receive_some(); ++n) {
    }
    return process_ < 0 || !has_died();
}

void WorkerProcess::parse_messages() {
    while (received_.size() >= header_bytes && reason_.empty()) {
        const char kind = received_.front();
        if (!is_message(kind)) {
            give_up("sent what is not an answer");
            break;
        }
        const std::uint64_t size = read_little_endian(std::string_view(received_).substr(1, length_bytes));
        if (size > limits_.answer_bytes) {
            give_up(fmt::format("answered with more than {}", size_text(limits_.answer_bytes)));
            break;
        }
        if (received_.size() - header_bytes < size) {
            break;
        }
        if (!take_message(kind, cut_message(received_, size))) {
            give_up("sent what is not an answer");
        }
    }
    if (!has_died() && !received_.empty()) {
        give_up("sent more than an answer");
    }
}

/// False for what no worker sends.
bool WorkerProcess::take_message(char kind, std::string content) {
    try {
        if (!has_died()) {
            return false; // it has answered already
        }
        switch (static_cast<Message>(kind)) {
        case Message::step:
            last_step_ = ByteReader(content).number();
            waited_ = limits_.restarts_with_steps ? std::chrono::steady_clock::duration{} : waited_;
            return true;
        case Message::answer:
            answer_ = std::move(content);
            return true;
        case Message::error:
            error_ = decode_error(content);
            return true;
        }
    } catch (const MalformedBytes&) {
        return false;
    }
    return false;
}

void WorkerProcess::give_up(std::string reason) {
    reason_ = std::move(reason);
    answer_.reset();
    error_.reset();
    ::kill(process_, SIGKILL); // also ends a stopped process
    end();
}

void WorkerProcess::watch() {
    constexpr auto longest_gap = std::chrono::milliseconds(2 * watch_milliseconds);
    const auto now = std::chrono::steady_clock::now();
    waited_ += std::min<std::chrono::steady_clock::duration>(now - watched_at_, longest_gap);
    watched_at_ = now;
    if (process_ > 0 && has_died() && waited_ > std::chrono::seconds(limits_.wall_seconds)) {
        give_up(fmt::format("did not answer within {} s", limits_.wall_seconds));
    }
}

void WorkerProcess::finish() {
    while (!advance()) {
        check_interrupted();
        pollfd polled{socket_.get(), poll_events(), 0};
        (void)::poll(&polled, 1, watch_milliseconds);
        watch();
    }
}

std::string WorkerProcess::answer() {
    if (error_) {
        throw Error(*error_);
    }
    if (answer_) {
        return std::move(*answer_);
    }
    const bool was_killed = reason_.empty() && WIFSIGNALED(status_) && WTERMSIG(status_) == SIGKILL;
    throw Error(failure_, fmt::format("{} {}", name_, cause_of_death())).set_transient(was_killed);
}

std::string WorkerProcess::cause_of_death() const {
    if (!reason_.empty()) {
        return reason_;
    }
    if (!WIFSIGNALED(status_)) {
        return cause_of_exit();
    }
    switch (WTERMSIG(status_)) {
    case SIGXCPU:
        return "did not finish in time";
    case SIGKILL:
        return "was killed, by a person or because the system had no memory left";
    default:
        return fmt::format(
            "crashed (signal {}){}{}{}", WTERMSIG(status_), printed(),
            has_memory_limit() ? "; it may be " + memory_error_text() : "",
            may_lack_threads() ? "; no thread may have been left for it: " + system_error_text(EAGAIN) : "");
    }
}

std::string WorkerProcess::cause_of_exit() const {
    switch (WEXITSTATUS(status_)) {
    case exit_out_of_memory:
        return "is " + memory_error_text();
    case exit_out_of_stack:
        return "is " + stack_error_text();
    case exit_without_process:
        return fmt::format("cannot start a process: {}, or use fewer workers (-j)",
                           system_error_text(EAGAIN));
    default:
        return "ended its process" + printed();
    }
}

/// The end of what libraries printed, after a colon; empty if they printed nothing.
std::string WorkerProcess::printed() const {
    constexpr std::size_t max_read = std::size_t{1} << 17U; // more than the pipe holds
    constexpr std::size_t max_bytes = 300;
    std::string text;
    std::array<char, std::size_t{1} << 12U> block{};
    for (ssize_t count = 0;
         text.size() < max_read && (count = ::read(messages_.get(), block.data(), block.size())) > 0;) {
        text.append(block.data(), static_cast<std::size_t>(count));
    }
    std::string_view end = trimmed(text);
    end.remove_prefix(end.size() - std::min(end.size(), max_bytes));
    return end.empty() ? "" : fmt::format(": {}", end);
}

} // namespace recital
