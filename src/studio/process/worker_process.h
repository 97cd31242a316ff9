// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/file.h"
#include "studio/process/worker_kind.h"

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace recital {

/// What a worker may use for one request before it counts as hung. The limits are generous: they are there
/// for work that would never end, on machines far slower than today's.
struct WorkerLimits {
    unsigned cpu_seconds = 60;        ///< of CPU time
    unsigned wall_seconds = 600;      ///< of time, without that in which the parent itself did not run
    bool restarts_with_steps = false; ///< `wall_seconds` count from the last step instead of the request
    std::uint64_t answer_bytes = std::uint64_t{1} << 30U; ///< longest answer
};

/// A forked process that answers requests, one at a time. It holds no file of the parent's but its
/// end of a socket and of a pipe for what libraries print, has no rights but those that its kind needs,
/// leaves by _exit, so that nothing of the parent's is flushed or destroyed twice, and dies with its parent.
class WorkerProcess {
public:
    /// Starts the process. Throws an `engine` error if the system has no room for another one.
    WorkerProcess(const WorkerKind& kind, const WorkerLimits& limits);
    WorkerProcess(WorkerProcess&& other) noexcept;
    WorkerProcess& operator=(WorkerProcess&& other) noexcept;
    WorkerProcess(const WorkerProcess&) = delete;
    WorkerProcess& operator=(const WorkerProcess&) = delete;
    /// Ends the process: kills it, or has it finish if its kind does and it has nothing to answer.
    ~WorkerProcess();

    /// Begins to send the request; the time for the answer starts. Not before the last one was answered.
    void ask(std::string_view request);

    /// Ready for `poll_events` when `advance` has something to do.
    [[nodiscard]] int descriptor() const { return socket_.get(); }
    [[nodiscard]] short poll_events() const;

    /// Sends and receives what is possible without waiting; true when the request is answered or the process
    /// has died.
    [[nodiscard]] bool advance();

    /// Kills the process if it has used up its time. To be called at least every `watch_milliseconds` while
    /// one waits for the process: longer gaps count as one of twice that length, for then nobody waited.
    void watch();
    static constexpr int watch_milliseconds = 1000;

    /// Waits for the answer. Throws Interrupted if a signal asks the run to stop.
    void finish();

    /// The answer to the last request. Throws the worker's Error, or one that says how the worker died.
    [[nodiscard]] std::string answer();

    /// True if the process died over the request: it crashed, was killed, took too long or sent what is no
    /// answer. Trying again may help.
    [[nodiscard]] bool has_died() const { return !answer_ && !error_; }

    /// The step that the worker began last, if any.
    [[nodiscard]] std::optional<std::size_t> last_step() const { return last_step_; }

private:
    void send_some();
    [[nodiscard]] bool receive_some();
    void parse_messages();
    [[nodiscard]] bool take_message(char kind, std::string content);
    void give_up(std::string reason);
    void end();
    [[nodiscard]] bool finishes();
    [[nodiscard]] std::string cause_of_death() const;
    [[nodiscard]] std::string cause_of_exit() const;
    [[nodiscard]] std::string printed() const;

    std::string name_;
    ErrorKind failure_;
    WorkerLimits limits_;
    bool finishes_ = false; ///< when it sees that nobody asks any more
    pid_t process_ = -1;
    FileDescriptor socket_;
    FileDescriptor messages_; ///< what libraries printed; closed if there is no room for a pipe
    std::string unsent_;
    std::size_t sent_ = 0; ///< bytes of `unsent_`
    std::string received_;
    std::optional<std::string> answer_;
    std::optional<Error> error_;
    std::optional<std::size_t> last_step_;
    std::string reason_; ///< why it was killed, empty if it was not
    int status_ = 0;
    std::chrono::steady_clock::time_point watched_at_;
    std::chrono::steady_clock::duration waited_{};
};

} // namespace recital
