// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/process/worker_process.h"

#include "base/byte_order.h"
#include "base/byte_stream.h"
#include "studio/process/message.h"
#include "studio/process/signals.h"
#include "studio/process/worker_service.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

namespace recital {

namespace {

[[noreturn]] void throw_no_process() {
    throw Error(ErrorKind::engine,
                fmt::format("no process can be started: {}: use fewer workers (-j)", std::strerror(errno)));
}

} // namespace

WorkerProcess::WorkerProcess(const WorkerKind& kind, const WorkerLimits& limits)
    : name_(kind.name), failure_(kind.failure), limits_(limits), finishes_(kind.finish != nullptr) {
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        throw_no_process();
    }
    socket_ = FileDescriptor(ends[0]);
    const FileDescriptor worker_end(ends[1]);
    prepare_sandbox();
    const pid_t parent = ::getpid();
    process_ = ::fork();
    if (process_ < 0) {
        throw_no_process();
    }
    if (process_ == 0) {
        serve(kind, worker_end.get(), limits.cpu_seconds, parent);
    }
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
    unsent_.clear();
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
    std::string_view rest = received_;
    while (rest.size() >= header_bytes && reason_.empty()) {
        if (!is_message(rest.front())) {
            give_up("sent what is not an answer");
            break;
        }
        const std::uint64_t size = read_little_endian(rest.substr(1, length_bytes));
        if (size > limits_.answer_bytes) {
            give_up(fmt::format("answered with more than {} bytes", limits_.answer_bytes));
            break;
        }
        if (rest.size() - header_bytes < size) {
            break;
        }
        if (!take_message(rest.front(), std::string(rest.substr(header_bytes, size)))) {
            give_up("sent what is not an answer");
        }
        rest.remove_prefix(header_bytes + size);
    }
    if (!has_died() && !rest.empty()) {
        give_up("sent more than an answer");
    }
    received_.erase(0, received_.size() - rest.size());
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
    if (!reason_.empty()) {
        throw Error(failure_, fmt::format("{} {}", name_, reason_));
    }
    if (WIFSIGNALED(status_) && (WTERMSIG(status_) == SIGXCPU || WTERMSIG(status_) == SIGKILL)) {
        throw Error(failure_,
                    name_ + (WTERMSIG(status_) == SIGXCPU ? " did not finish in time" : " was killed"));
    }
    throw Error(failure_, WIFSIGNALED(status_)
                              ? fmt::format("{} crashed (signal {})", name_, WTERMSIG(status_))
                              : name_ + " ended its process");
}

} // namespace recital
