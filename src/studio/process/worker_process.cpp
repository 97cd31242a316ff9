// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/process/worker_process.h"

#include "base/byte_order.h"
#include "base/byte_stream.h"
#include "studio/process/signals.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <malloc.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <utility>

namespace recital {

namespace {

/// A message of the worker is its kind, the length of its content in 8 bytes, and the content; a request is a
/// length and a content.
enum class Message : char { step = 'S', answer = 'A', error = 'E' };
constexpr std::size_t length_bytes = 8;
constexpr std::size_t header_bytes = 1 + length_bytes;

// What follows until `serve` runs in the worker.

void send(int socket, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count < 0 && errno != EINTR) {
            ::_exit(EXIT_FAILURE); // the parent is gone
        }
        bytes.remove_prefix(count < 0 ? 0 : static_cast<std::size_t>(count));
    }
}

void send(int socket, Message kind, std::string_view content) {
    std::string header(1, static_cast<char>(kind));
    put_little_endian(header, content.size(), length_bytes);
    send(socket, header + std::string(content));
}

std::string encode(const Error& error) {
    ByteWriter out;
    out.number(static_cast<std::uint64_t>(error.kind()));
    out.text(error.place().file);
    out.number(error.place().line);
    out.text(error.what());
    return out.take();
}

void receive(int socket, char* bytes, std::size_t size) {
    while (size > 0) {
        const ssize_t count = ::recv(socket, bytes, size, 0);
        if (count == 0 || (count < 0 && errno != EINTR)) {
            ::_exit(EXIT_SUCCESS); // nobody asks any more
        }
        bytes += std::max<ssize_t>(count, 0);
        size -= static_cast<std::size_t>(std::max<ssize_t>(count, 0));
    }
}

/// Room for the descriptors that come with a request (unix(7), SCM_RIGHTS).
constexpr std::size_t files_bytes = CMSG_SPACE(sizeof(int) * WorkerProcess::max_files);

/// The first byte of a request, with the files that it brings; nothing if nobody asks any more.
std::optional<char> receive_first(int socket, std::vector<FileDescriptor>& files) {
    char first = 0;
    iovec bytes{&first, 1};
    alignas(cmsghdr) std::array<char, files_bytes> control{};
    msghdr message{};
    message.msg_iov = &bytes;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    ssize_t count = 0;
    while ((count = ::recvmsg(socket, &message, MSG_CMSG_CLOEXEC)) < 0 && errno == EINTR) {
    }
    if (count <= 0) {
        return std::nullopt;
    }
    for (cmsghdr* part = CMSG_FIRSTHDR(&message); part != nullptr; part = CMSG_NXTHDR(&message, part)) {
        for (std::size_t place = CMSG_LEN(0); place < part->cmsg_len; place += sizeof(int)) {
            int descriptor = -1;
            std::memcpy(&descriptor, reinterpret_cast<const char*>(part) + place, sizeof descriptor);
            files.emplace_back(descriptor);
        }
    }
    return first;
}

/// Nothing if nobody asks any more.
std::optional<WorkerRequest> receive_request(int socket) {
    WorkerRequest request;
    const std::optional<char> first = receive_first(socket, request.files);
    if (!first) {
        return std::nullopt;
    }
    std::string length(length_bytes, '\0');
    length.front() = *first;
    receive(socket, length.data() + 1, length.size() - 1);
    request.bytes.resize(read_little_endian(length));
    receive(socket, request.bytes.data(), request.bytes.size());
    return request;
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

/// Memory that stays mapped is not cleared again by the kernel for each of the large buffers that a take
/// needs after each other, and huge pages are fetched at once, not four kilobytes at a time: together a
/// twentieth of what a take costs.
void prepare_large_buffers() {
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

/// Leaves standard error and the socket. What else the parent has open, such as the sockets of other workers,
/// would use up what the worker may open, files that the parent holds locked would stay locked, and a library
/// that prints would print into the report.
void close_inherited(int socket) {
    constexpr int first_after_streams = 3;
    if (socket > first_after_streams) {
        ::close_range(first_after_streams, static_cast<unsigned>(socket) - 1, 0);
    }
    ::close_range(static_cast<unsigned>(std::max(socket + 1, first_after_streams)), ~0U, 0);
    if (const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC); nothing >= 0) {
        ::dup2(nothing, STDIN_FILENO);
        ::dup2(nothing, STDOUT_FILENO);
        ::close(nothing);
    }
}

StepReporter step_reporter(int socket) {
    return [socket](std::size_t step) {
        ByteWriter content;
        content.number(step);
        send(socket, Message::step, content.take());
    };
}

void answer_request(const WorkerKind& kind, int socket, WorkerRequest& request) {
    try {
        send(socket, Message::answer, kind.answer(request, step_reporter(socket)));
    } catch (const Error& error) {
        send(socket, Message::error, encode(error));
    } catch (const std::bad_alloc&) {
        send(socket, Message::error,
             encode(Error(kind.failure, fmt::format("{} needs more memory than it may use ({} MiB)",
                                                    kind.name, kind.needs.memory_bytes >> 20U))));
    } catch (const std::exception& error) {
        send(socket, Message::error, encode(Error(ErrorKind::internal, error.what())));
    }
}

[[noreturn]] void serve(const WorkerKind& kind, int socket, unsigned cpu_seconds, pid_t parent) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) {
        ::_exit(EXIT_FAILURE); // it ended before it could be watched
    }
    ignore_signals();
    ::signal(SIGXCPU, SIG_DFL);
    close_inherited(socket);
    if (kind.prepare) {
        kind.prepare(step_reporter(socket));
    }
    if (kind.large_buffers) {
        prepare_large_buffers();
    }
    give_up_files(kind.needs);
    give_up_calls();
    while (std::optional<WorkerRequest> request = receive_request(socket)) {
        limit_cpu_time(cpu_seconds);
        answer_request(kind, socket, *request);
    }
    if (kind.finish) {
        kind.finish();
    }
    ::_exit(EXIT_SUCCESS);
}

[[noreturn]] void throw_no_process() {
    throw Error(ErrorKind::engine,
                fmt::format("no process can be started: {}: use fewer workers (-j)", std::strerror(errno)));
}

bool is_message(char kind) {
    constexpr std::array kinds = {Message::step, Message::answer, Message::error};
    return std::find(kinds.begin(), kinds.end(), static_cast<Message>(kind)) != kinds.end();
}

Error decode(std::string_view content) {
    constexpr auto kinds = static_cast<std::uint64_t>(ErrorKind::internal) + 1;
    ByteReader in(content);
    const auto kind = static_cast<ErrorKind>(in.number_below(kinds));
    const std::string file(in.text());
    const std::size_t line = in.number();
    const std::string what(in.text());
    in.expect_end();
    return {kind, what, {file, line}};
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
    std::swap(unsent_files_, other.unsent_files_);
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

void WorkerProcess::ask(std::string_view request, std::vector<FileDescriptor> files) {
    answer_.reset();
    error_.reset();
    last_step_.reset();
    unsent_.clear();
    put_little_endian(unsent_, request.size(), length_bytes);
    unsent_ += request;
    unsent_files_ = std::move(files);
    sent_ = 0;
    waited_ = {};
    watched_at_ = std::chrono::steady_clock::now();
    send_some();
}

short WorkerProcess::poll_events() const {
    return unsent_.empty() ? POLLIN : POLLIN | POLLOUT;
}

/// The files go with the first byte. Returns as send(2).
ssize_t WorkerProcess::send_next() {
    iovec bytes{unsent_.data() + sent_, unsent_.size() - sent_};
    alignas(cmsghdr) std::array<char, files_bytes> control{};
    msghdr message{};
    message.msg_iov = &bytes;
    message.msg_iovlen = 1;
    if (const std::size_t files = std::min(unsent_files_.size(), max_files); files > 0) {
        message.msg_control = control.data();
        message.msg_controllen = CMSG_SPACE(sizeof(int) * files);
        cmsghdr* const header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int) * files);
        for (std::size_t n = 0; n < files; ++n) {
            const int descriptor = unsent_files_[n].get();
            std::memcpy(CMSG_DATA(header) + n * sizeof descriptor, &descriptor, sizeof descriptor);
        }
    }
    return ::sendmsg(socket_.get(), &message, MSG_DONTWAIT | MSG_NOSIGNAL);
}

void WorkerProcess::send_some() {
    while (sent_ < unsent_.size()) {
        const ssize_t count = send_next();
        if (count < 0) {
            return; // it is busy, or dead: receiving will tell
        }
        sent_ += static_cast<std::size_t>(count);
        unsent_files_.clear();
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
            error_ = decode(content);
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
