// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/file.h"

#include <sys/types.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

namespace recital {

/// Tells the parent which step of its work a child begins, so that a crash can be traced to it.
using StepReporter = std::function<void(std::size_t step)>;

/// A forked process that does one piece of work and answers with a text or an Error. It leaves by _exit, so
/// nothing of the parent's is flushed or destroyed twice, and it dies with its parent.
class ChildProcess {
public:
    /// `work` runs in the child. `cpu_seconds` bounds the CPU time it may take. `worker` is what errors call
    /// it.
    ChildProcess(const std::function<std::string(const StepReporter&)>& work, unsigned cpu_seconds,
                 std::string worker = "the speech engine");
    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&& other) noexcept;
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    /// Kills the child if it still runs.
    ~ChildProcess();

    /// Readable when there is something to `receive`.
    [[nodiscard]] int descriptor() const { return pipe_.get(); }

    /// Takes in what the child has sent; true when it has ended.
    [[nodiscard]] bool receive();

    /// Waits for the end.
    void finish();

    /// The answer of a child that has ended. Throws the child's Error, or an `engine` error that says how it
    /// died.
    [[nodiscard]] std::string answer() const;

    /// The step that the child began last, if any.
    [[nodiscard]] std::optional<std::size_t> last_step() const { return last_step_; }

private:
    void parse_messages();
    void reap();

    std::string worker_;
    pid_t process_ = -1;
    FileDescriptor pipe_;
    std::string received_;
    std::optional<std::string> answer_;
    std::optional<Error> error_;
    std::optional<std::size_t> last_step_;
    int status_ = 0;
};

} // namespace recital
