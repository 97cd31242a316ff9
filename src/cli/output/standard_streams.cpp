// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/standard_streams.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string>
#include <string_view>

namespace recital {

namespace {

/// Standard output, of which a process has one.
struct Output {
    std::string waiting; ///< not yet written
    int error = 0;       ///< `errno` of the first failure
};

Output& output() {
    static Output the_output;
    return the_output;
}

/// Writes all of the text, also to a pipe that does not block. Returns 0 or the `errno` of what went wrong. A
/// signal ends it, too: the program was told to stop, and the reader may never read on.
int write_all(int stream, std::string_view text) noexcept {
    while (!text.empty()) {
        const ssize_t count = ::write(stream, text.data(), text.size());
        if (count >= 0) {
            text.remove_prefix(static_cast<std::size_t>(count));
            continue;
        }
        pollfd ready{stream, POLLOUT, 0};
        if (errno != EAGAIN || ::poll(&ready, 1, -1) < 0) {
            return errno;
        }
    }
    return 0;
}

} // namespace

void prepare_standard_streams() noexcept {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) < 0 && errno == EBADF) {
            // The lowest free number is this stream's. It stays impossible to write to: that is an error.
            (void)::open("/dev/null", O_RDONLY);
        }
    }
    (void)std::signal(SIGPIPE, SIG_IGN);
    (void)std::signal(SIGXFSZ, SIG_IGN);
}

void write_output(std::string_view text) {
    constexpr std::size_t max_waiting = std::size_t{1} << 16U;
    Output& out = output();
    if (out.error == 0) {
        out.waiting += text;
    }
    if (out.waiting.size() >= max_waiting) {
        flush_output();
    }
}

bool flush_output() {
    Output& out = output();
    if (out.error == 0) {
        out.error = write_all(STDOUT_FILENO, out.waiting);
    }
    out.waiting.clear();
    return out.error == 0;
}

int output_error() {
    return output().error;
}

void write_message(std::string_view text) noexcept {
    (void)write_all(STDERR_FILENO, text);
}

bool is_output_terminal() {
    return ::isatty(STDOUT_FILENO) == 1;
}

bool is_message_terminal() {
    return ::isatty(STDERR_FILENO) == 1;
}

bool is_live_terminal() {
    const char* const kind = std::getenv("TERM"); // NOLINT(concurrency-mt-unsafe): nothing sets it
    const bool is_plain = kind == nullptr || std::string_view(kind) == "dumb" ||
                          std::getenv("ACCESSIBLE") != nullptr; // NOLINT(concurrency-mt-unsafe)
    return is_message_terminal() && !is_plain;
}

std::size_t message_columns() {
    constexpr std::size_t usual_columns = 80;
    struct winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : usual_columns;
}

} // namespace recital
